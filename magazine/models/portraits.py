"""Portraits: the story of one person, who agreed to it and may take that back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from magazine.consent.forms.portraits import PortraitForm
from magazine.models.consent import Use
from magazine.models.stories import StoryPage


class PortraitPage(StoryPage):
    """The story of one person, shown as long as that person agrees."""

    base_form_class = PortraitForm

    person_name = models.CharField(
        _("name"), max_length=120, help_text=_("As this person wants to be named.")
    )
    person_quote = models.CharField(
        _("in their own words"),
        max_length=255,
        blank=True,
        help_text=_("One sentence that this person said and stands by."),
    )
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented person. Readers then see the word 'example'."),
    )
    consent = models.ForeignKey(
        "magazine.Consent",
        verbose_name=_("consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="portraits",
        help_text=_("What this person agreed to. Without it, the portrait cannot be submitted."),
    )

    template = "magazine/portrait_page.html"
    cover_size = "tall"
    read_with = (*StoryPage.read_with, "consent")
    page_description = _("The story of one person.")
    search_fields = [*StoryPage.search_fields, index.SearchField("person_name")]
    content_panels = [
        *(
            panel
            for panel in StoryPage.content_panels
            if getattr(panel, "field_name", "") != "kind"
        ),
        FieldRowPanel([FieldPanel("person_name"), FieldPanel("is_example")]),
        FieldPanel("person_quote"),
        MultiFieldPanel(
            [HelpPanel(template="magazine/consent/missing.html"), FieldPanel("consent")],
            heading=_("Consent"),
        ),
    ]

    class Meta:
        """Names."""

        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Be a portrait, and no other kind of story."""
        super().__init__(*args, **kwargs)
        self.kind = StoryPage.Kind.PORTRAIT

    @property
    def shared_as(self) -> str:
        """Say what it is, and nothing that changes: a picture that is taken away is found by it."""
        return self.eyebrow

    def allows(self, use: str) -> bool:
        """Return whether the person agrees today that the portrait is used for this; see `Use`."""
        return self.consent is not None and self.consent.allows(use)

    def may_appear(self) -> bool:
        """Return whether the person agrees that the portrait is on the site."""
        return self.allows(Use.SITE)

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Add that there is no valid consent."""
        yield from super().faults_by_field()
        if not self.may_appear():
            yield "consent", gettext("A portrait needs a consent for the site that is valid today.")

    def fields_with_withheld_files(self) -> Iterator[str]:
        """Yield none: with a valid consent, its files come back when it is submitted."""
        yield from ()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the portrait, unless its consent ended and no clock has taken it offline yet.

        Raises:
            Http404: it may not be shown.

        """
        if not getattr(request, "is_preview", False) and not self.may_appear():
            from magazine.consent.ending import end_for_reader  # noqa: PLC0415 - needs this class

            if self.consent is not None:
                end_for_reader(self.consent)
            raise Http404
        return super().serve(request, *args, **kwargs)
