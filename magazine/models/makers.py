"""The people who write, photograph and draw for the magazine."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.fields import picture_field
from core.models import BasePage
from redactieraad.governed import GovernedPage


class MakerPage(GovernedPage):
    """A maker, in a few lines, with everything that they made. The title is their name."""

    about = models.TextField(
        _("about this person"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences that this person agrees with."),
    )
    photo = picture_field(_("photo"))
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented person. Readers then see the word 'example'."),
    )

    template = "magazine/maker_page.html"
    read_with = (*BasePage.read_with, "photo")
    parent_page_types = ["magazine.MagazineIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Somebody who writes, photographs or draws for the magazine.")
    search_fields = [*BasePage.search_fields, index.SearchField("about")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("about"),
        FieldPanel("photo"),
        FieldPanel("is_example"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("maker")
        verbose_name_plural = _("makers")
