"""Editions: the issues of the magazine, each of which appears as a whole."""

from __future__ import annotations

from typing import Any

from modelcluster.fields import ParentalKey

from django.db import models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Revision
from wagtail.search import index

from core.fields import picture_field
from core.models import BasePage
from magazine import structured_data
from magazine.models.stories import StoryPage
from redactieraad.governed import Bundle, GovernedPage
from redactieraad.letters.sending import in_one_letter
from redactieraad.publishing.appearing import may_be_published, publish_approved


def approved_stories(edition: EditionPage) -> list[StoryPage]:
    """Return the stories of an edition that are approved and wait for it.

    Without those whose consent ended since: they stay behind.
    """
    waiting = StoryPage.objects.child_of(edition).filter(live=False).specific()
    return [story for story in waiting if may_be_published(story)]


class EditionPage(GovernedPage):
    """An edition: a cover, a lead, and stories in sections."""

    class Season(models.TextChoices):
        """The seasons in which the magazine appears."""

        SPRING = "spring", _("Spring")
        SUMMER = "summer", _("Summer")
        AUTUMN = "autumn", _("Autumn")
        WINTER = "winter", _("Winter")

    number = models.PositiveSmallIntegerField(_("number"), db_index=True)
    season = models.CharField(_("season"), max_length=6, choices=Season.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    lead = models.TextField(
        _("lead"), max_length=500, help_text=_("What this edition is about, in a few sentences.")
    )
    cover_image = picture_field(_("cover"))
    sent_on = models.DateTimeField(_("sent on"), null=True, blank=True, editable=False)
    not_text = ("sent_on",)
    exclude_fields_in_copy = ["sent_on"]

    template = "magazine/edition_page.html"
    read_with = (*BasePage.read_with, "cover_image")
    parent_page_types = ["magazine.MagazineIndexPage"]
    subpage_types = ["magazine.StoryPage", "magazine.PortraitPage"]
    page_description = _("An issue of the magazine, with its stories.")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.FilterField("number"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(
            [
                FieldPanel("number", heading=_("Edition")),
                FieldPanel("season"),
                FieldPanel("year"),
            ]
        ),
        FieldPanel("lead"),
        FieldPanel("cover_image"),
        InlinePanel("items", heading=_("Contents"), label=_("story")),
    ]

    class Meta:
        """Names."""

        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    @property
    def pdf_url(self) -> str:
        """Return where the edition is found as a PDF."""
        with translation.override(self.locale.language_code):
            return reverse("edition_pdf", args=[self.pk])

    @property
    def eyebrow(self) -> str:
        """Say which edition this is."""
        return gettext("Number %(number)s, %(season)s %(year)s") % {
            "number": self.number,
            "season": self.get_season_display().lower(),
            "year": self.year,
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the contents, and the editions beside this one."""
        from magazine.selectors import edition_context  # noqa: PLC0415 - it needs this class

        return super().get_context(request, *args, **kwargs) | edition_context(self)

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the edition as an issue of the magazine."""
        return [structured_data.issue(self)]

    def bundle(self) -> Bundle:
        """Return the stories that appear with this edition, and those that stay behind."""
        appear = approved_stories(self)
        others = StoryPage.objects.child_of(self).filter(live=False)
        return Bundle(appear, list(others.exclude(pk__in=[story.pk for story in appear])))

    def with_content_json(self, content: dict[str, Any]) -> EditionPage:
        """Return a revision's edition, which was sent when it was sent, whatever its age."""
        edition = super().with_content_json(content)
        edition.sent_on = self.sent_on
        return edition

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish the edition and all its approved stories together, or nothing at all.

        Raises:
            NotApprovedError: the redactieraad did not approve the edition.

        """
        with transaction.atomic(), in_one_letter():
            result = super().publish(revision, *args, **kwargs)
            if EditionPage.objects.filter(pk=self.pk, live=True).exists():
                for story in approved_stories(self):
                    publish_approved(story, user=kwargs.get("user"))
        return result


class EditionItem(Orderable):
    """A story in the contents of an edition."""

    edition = ParentalKey(EditionPage, on_delete=models.CASCADE, related_name="items")
    section = models.CharField(
        _("section"),
        max_length=80,
        blank=True,
        help_text=_("Stories with the same section, one after another, share its heading."),
    )
    story = models.ForeignKey(
        "magazine.StoryPage",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="edition_items",
    )

    panels = [
        FieldPanel("section"),
        PageChooserPanel("story", ["magazine.StoryPage", "magazine.PortraitPage"]),
    ]

    class Meta(Orderable.Meta):
        """Names."""

        verbose_name = _("story in the contents")
        verbose_name_plural = _("contents")

    def __str__(self) -> str:
        """Return the story's title."""
        return str(self.story)
