"""A warmtebron: one place, with a page in each language that it was translated into."""

from __future__ import annotations

from typing import Any

from modelcluster.fields import ParentalKey
from wagtail_localize.fields import SynchronizedField

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import ContentStreamBlock
from core.fields import StreamField, picture_field
from core.models import BasePage
from languages.registry import SOURCE
from redactieraad.governed import GovernedPage
from redactieraad.permissions import GovernedPagePermissionTester
from warmtebronnen.addresses import OTHER_PAGES, place_path
from warmtebronnen.forms.page import PlacePageForm
from warmtebronnen.models.everywhere import InEveryLanguage
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


class WarmtebronPage(InEveryLanguage, Offering, Opening, Location, Reaching, GovernedPage):
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

    objects = PlaceManager()  # type: ignore[misc]
    base_form_class = PlacePageForm

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
        permissions = [("import_places", "Can import places from a table")]

    def clean(self) -> None:
        """Refuse an address that another page of the directory has.

        Raises:
            ValidationError: at the field of the address.

        """
        super().clean()
        if self.slug in OTHER_PAGES:
            taken = _("Another page has this address. Choose other words.")
            raise ValidationError({"slug": taken})

    @cached_property
    def original(self) -> WarmtebronPage:
        """The page in the site's own language, which keeps the facts."""
        if self.locale.language_code == SOURCE or not self.pk:
            return self
        found = WarmtebronPage.objects.originals().filter(translation_key=self.translation_key)
        return found.select_related(*self.read_with).first() or self

    def path_in(self, code: str) -> str:
        """Return its address in a language: everywhere under the slug of the original."""
        return place_path(code, self.original.slug)

    def worked_on_at(self, user: Any) -> str:
        """Return the path of this place at the partner's desk, for who tends it."""
        tends = self.tendings.filter(user=user.pk).exists()
        return reverse("partner:place", args=[self.pk]) if tends else ""

    def permissions_for_user(self, user: Any) -> GovernedPagePermissionTester:
        """Return what this person may do here, also by tending the place alone."""
        from warmtebronnen.partners.page_permissions import PlacePermissionTester  # noqa: PLC0415 - as below

        return PlacePermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the facts, from the original, and what other tables say of this place."""
        from warmtebronnen.place.page_context import place_context  # noqa: PLC0415 - it needs this class

        return super().get_context(request, *args, **kwargs) | place_context(self, request)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the place, and let it be kept only as long as it is open or closed as it says."""
        from warmtebronnen.directory.cache_lifetimes import keep_place  # noqa: PLC0415 - it needs this class

        return keep_place(super().serve(request, *args, **kwargs))

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the place as search engines understand it."""
        from warmtebronnen.structured_data import place  # noqa: PLC0415 - it needs this class

        return place(self)


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
        """Return what stands below it, or else what it shows."""
        return self.caption or (self.image.description if self.image else "")

    def in_comparison(self) -> str:
        """Return how it looks, for who judges a change: its words do not tell what is on it."""
        return render_to_string("warmtebronnen/components/photo_compared.html", {"photo": self})
