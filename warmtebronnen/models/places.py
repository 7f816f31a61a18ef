"""A warmtebron: one place, with a page in each language that it was translated into."""

from __future__ import annotations

from modelcluster.fields import ParentalKey
from wagtail_localize.fields import SynchronizedField

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import ContentStreamBlock
from core.fields import StreamField, picture_field
from core.models import BasePage
from redactieraad.governed import GovernedPage
from warmtebronnen.models.location import Location
from warmtebronnen.models.offering import Offering
from warmtebronnen.models.opening import Opening
from warmtebronnen.models.reaching import Reaching
from warmtebronnen.querysets import PlaceManager

FACTS = (
    "organisation",
    "is_example",
    *Offering.offering_facts,
    *Opening.opening_facts,
    *Location.location_facts,
    *Reaching.reaching_facts,
)


class WarmtebronPage(Offering, Opening, Location, Reaching, GovernedPage):
    """A place where residents are welcome.

    What it is in words is translated. What is fact is kept by the page in the site's own
    language alone, and every language shows it from there: hours that changed this morning
    are right in Arabic too, before anybody translated anything.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("What sort of place this is, in one or two short sentences."),
    )
    body = StreamField(ContentStreamBlock(), verbose_name=_("text"), blank=True)
    organisation = models.ForeignKey(
        "projects.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented place. Readers then see the word 'example'."),
    )

    objects = PlaceManager()

    template = "warmtebronnen/place_page.html"
    parent_page_types = ["warmtebronnen.WarmtebronnenIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A place where residents are welcome.")
    read_with = (*BasePage.read_with, "area", "neighbourhood", "organisation")
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in FACTS]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        *Offering.offering_search_fields,
        *Location.location_search_fields,
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("photos", heading=_("Photos"), label=_("photo"), max_num=6),
    ]
    facts_panels = [
        *Offering.offering_panels,
        *Opening.opening_panels,
        *Location.location_panels,
        *Reaching.reaching_panels,
        FieldPanel("organisation"),
        FieldPanel("is_example"),
    ]
    edit_tabs = (
        BasePage.edit_tabs[0],
        ("facts_panels", _("Facts")),
        *BasePage.edit_tabs[1:],
    )

    class Meta:
        """Names."""

        verbose_name = _("warmtebron")
        verbose_name_plural = _("warmtebronnen")


class PlacePhoto(Orderable):
    """A photo of a place."""

    place = ParentalKey(WarmtebronPage, on_delete=models.CASCADE, related_name="photos")
    image = picture_field(_("photo"))
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        """Names."""

        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self) -> str:
        """Return what stands below it."""
        return self.caption
