"""Rotterdam's areas and neighbourhoods.

Their names are proper names and the same in every language, so these records
are not translated: see docs/decisions/0016-which-records-are-translated.md.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from projects.models.base import Record
from projects.querysets import RecordQuerySet


class Area(Record):
    """One of the areas (gebieden) that Rotterdam is divided into."""

    name = models.CharField(
        _("name"), max_length=80, unique=True, help_text=_("As the municipality writes it.")
    )
    key = models.SlugField(
        _("key"),
        max_length=60,
        unique=True,
        help_text=_("Small letters and hyphens. Addresses and open data use it, so keep it."),
    )

    objects = RecordQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("key")]
    search_fields = [
        *Record.search_fields,
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("name"),
    ]

    class Meta:
        """Names and order."""

        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Neighbourhood(Record):
    """A neighbourhood (wijk or buurt) of one area."""

    name = models.CharField(_("name"), max_length=80, help_text=_("As the municipality writes it."))
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        related_name="neighbourhoods",
    )

    objects = RecordQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("area")]
    search_fields = [
        *Record.search_fields,
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("name"),
        index.FilterField("area"),
    ]

    class Meta:
        """Names, order, and no name twice in one area."""

        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "area"],
                name="projects_neighbourhood_once_per_area",
                violation_error_message=_("This area has a neighbourhood of this name already."),
            )
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
