"""The lines along which Warm Rotterdam works."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index

from projects.models.base import TranslatableRecord
from projects.querysets import TranslatableRecordQuerySet


class ProgrammeLine(PreviewableMixin, TranslatableRecord):
    """One of the four lines along which Warm Rotterdam works."""

    class Key(models.TextChoices):
        """The fixed lines. Code and style sheets know them by key; their names are content."""

        WARME_STAD = "warme-stad", "Warme stad, hand in hand"
        JIJ_DOET_ERTOE = "jij-doet-ertoe", "Jij doet ertoe"
        UIT_DE_SCHULDEN = "uit-de-schulden", "Uit de schulden"
        PASSEND_WERK = "passend-werk", "Passend werk"

    key = models.SlugField(
        _("line"),
        max_length=40,
        choices=Key.choices,
        help_text=_("Which of the four lines this is. It decides the colour."),
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("The name as readers see it, in this language.")
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        help_text=_("What this line does, in two or three short sentences."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page that tells more. Without one, the card has no link."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Low numbers come first.")
    )

    objects = TranslatableRecordQuerySet.as_manager()

    panels = [
        FieldPanel("key"),
        FieldPanel("name"),
        FieldPanel("summary"),
        FieldPanel("page"),
        FieldPanel("order"),
    ]
    search_fields = [
        *TranslatableRecord.search_fields,
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.FilterField("key"),
        index.FilterField("order"),
    ]

    class Meta(TranslatableRecord.Meta):
        """Names, and one line for each key and language."""

        verbose_name = _("programme line")
        verbose_name_plural = _("programme lines")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "locale"],
                name="projects_line_key_per_language",
                violation_error_message=_("This line exists already in this language."),
            )
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the line as the card that readers see."""
        return "projects/previews/programme_line.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Give the template a list of this one card."""
        return {"lines": [{"line": self, "link": None}], "object": self}
