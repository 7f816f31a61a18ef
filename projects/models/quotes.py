"""What people said, in their own words and under the name that they chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import PreviewableMixin, WorkflowMixin
from wagtail.search import index

from projects.models.base import TranslatableRecord
from projects.querysets import TranslatableRecordQuerySet
from redactieraad.forms.texts import GovernedRecordForm
from redactieraad.governed import GovernedRecord


class Quote(GovernedRecord, PreviewableMixin, WorkflowMixin, TranslatableRecord):
    """Somebody's own words. The redactieraad decides whether they appear."""

    text = models.TextField(
        _("quote"),
        max_length=500,
        help_text=_("Word for word, without quotation marks: the site adds them."),
    )
    named_as = models.CharField(
        _("who said it"),
        max_length=120,
        help_text=_("The name as this person wants to be called."),
    )
    occasion = models.CharField(
        _("where or when"),
        max_length=160,
        blank=True,
        help_text=_("For example: at the meeting of 16 October 2019."),
    )
    said_on = models.DateField(_("date"), null=True, blank=True)
    consent_given_on = models.DateField(
        _("consent given on"),
        null=True,
        blank=True,
        help_text=_("Without it, the quote cannot be submitted."),
    )
    consent_note = models.CharField(
        _("how consent was given"),
        max_length=255,
        blank=True,
        help_text=_("For example: in writing, after reading it back. Readers do not see this."),
    )

    objects = TranslatableRecordQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("text"),
                FieldPanel("named_as"),
                FieldRowPanel([FieldPanel("occasion"), FieldPanel("said_on")]),
            ],
            heading=_("Quote"),
        ),
        MultiFieldPanel(
            [FieldPanel("consent_given_on"), FieldPanel("consent_note")],
            heading=_("Consent"),
        ),
        PublishingPanel(),
    ]
    base_form_class = GovernedRecordForm
    search_fields = [
        *TranslatableRecord.search_fields,
        index.SearchField("text", boost=2),
        index.AutocompleteField("text"),
        index.SearchField("named_as"),
        index.SearchField("occasion"),
        index.FilterField("said_on"),
    ]

    class Meta(TranslatableRecord.Meta):
        """Names and order."""

        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["-said_on", "pk"]

    def __str__(self) -> str:
        """Return the words, shortened."""
        return Truncator(self.text).chars(100)

    @classmethod
    def writers_as_shown(cls, contents: list[dict[str, Any]]) -> list[str]:
        """Return who said it."""
        return [content.get("named_as", "") for content in contents]

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Yield that nobody agreed to it, where that is so."""
        yield from super().faults_by_field()
        if not self.consent_given_on:
            yield "consent_given_on", gettext("Fill in when this person agreed to it.")

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the quote as readers see it."""
        return "projects/previews/quote.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Give the template of a quote what it takes."""
        value = {"text": self.text, "speaker": self.named_as, "occasion": self.occasion}
        return {"object": self, "value": value}
