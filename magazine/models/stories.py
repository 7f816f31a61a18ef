"""Stories: what readers come to the magazine for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail_localize.fields import BaseTranslatableField

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.models import DraftStateMixin, Orderable, Page
from wagtail.search import index

from core.enumerating import listed
from core.fields import StreamField, picture_field
from core.models import BasePage
from languages.registry import SOURCE
from magazine import structured_data
from magazine.blocks import StoryStreamBlock
from magazine.story.reading_time import minutes
from redactieraad.governed import GovernedPage

if TYPE_CHECKING:
    from magazine.story.surroundings import Around


class StoryTag(TaggedItemBase):
    """A tag on a story."""

    content_object = ParentalKey(
        "magazine.StoryPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class StoryPage(GovernedPage):
    """A story: a reportage, an interview, a column, news, an opinion; a portrait builds on it."""

    class Kind(models.TextChoices):
        """What sort of story this is."""

        REPORTAGE = "reportage", _("Reportage")
        INTERVIEW = "interview", _("Interview")
        COLUMN = "column", pgettext_lazy("a kind of story", "Column")
        NEWS = "news", _("News")
        OPINION = "opinion", _("Opinion")
        PORTRAIT = "portrait", _("Portrait")

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.REPORTAGE,
        db_index=True,
    )
    intro = models.TextField(
        _("introduction"),
        max_length=500,
        help_text=_("The first thing a reader reads: one or two sentences."),
    )
    cover_image = picture_field(_("picture at the top"))
    cover_caption = models.CharField(_("caption"), max_length=255, blank=True)
    body = StreamField(StoryStreamBlock(), verbose_name=_("text"), blank=True)
    story_date = models.DateField(
        _("date"), default=timezone.localdate, db_index=True, help_text=_("As readers see it.")
    )
    audio = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name=_("recording"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The story read aloud in this language, as an MP3 or OGG file."),
    )
    audio_transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("What is said in the recording, where that is not the text of the story."),
    )
    programme_lines = ParentalManyToManyField(
        "projects.ProgrammeLine",
        verbose_name=_("programme lines"),
        blank=True,
        related_name="+",
        limit_choices_to={"locale__language_code": settings.LANGUAGE_CODE},
    )
    area = models.ForeignKey(
        "projects.Area",
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    series = models.ForeignKey(
        "magazine.Series",
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )
    tags = ClusterTaggableManager(through=StoryTag, blank=True, verbose_name=_("tags"))
    # Counted from the text whenever it is saved, so that lists need not read the text.
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)
    # Somebody reads a story aloud in one language: a translation gets a recording of its own.
    own_in_each_language = ("audio", "audio_transcript")
    # To wagtail-localize: neither translated nor copied. The same fields, by its own name for it.
    override_translatable_fields = [BaseTranslatableField(name) for name in own_in_each_language]
    # Speech is not written to be read.
    not_prose = (*GovernedPage.not_prose, "audio_transcript")
    not_text = ("reading_minutes",)

    template = "magazine/story_page.html"
    # The size in which its own page shows the picture at the top.
    cover_size = "wide"
    read_with = (*BasePage.read_with, "cover_image", "area", "series", "audio")
    parent_page_types = ["magazine.EditionPage", "magazine.MagazineIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A reportage, interview, column, news or opinion.")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("story_date"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("cover_image"), FieldPanel("cover_caption")],
            heading=_("Picture at the top"),
        ),
        FieldPanel("body"),
        InlinePanel("makers", heading=_("Makers"), label=_("maker")),
        MultiFieldPanel(
            [FieldPanel("audio"), FieldPanel("audio_transcript")],
            heading=_("Read aloud"),
            classname="collapsed",
        ),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("story_date"), FieldPanel("area")]),
                FieldPanel("programme_lines"),
                FieldPanel("tags"),
                FieldPanel("series"),
            ],
            heading=_("Where it belongs"),
        ),
        InlinePanel(
            "related",
            heading=_("Read on"),
            label=_("story"),
            help_text=_("Leave this empty, and stories that have most in common are shown."),
        ),
        *BasePage.promote_panels,
    ]

    class Meta:
        """Names."""

        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @classmethod
    def kind_of_text(cls, content: dict[str, Any]) -> str:
        """Return the kind of story."""
        return str(cls.Kind(content["kind"]).label)

    @classmethod
    def minutes_shown(cls, content: dict[str, Any]) -> int:
        """Return the minutes that were counted when the revision was saved."""
        return content.get("reading_minutes", 0)

    @classmethod
    def writers_as_shown(cls, contents: list[dict[str, Any]]) -> list[str]:
        """Return the names of those who wrote or told each story, in their order."""
        writers = {StoryMaker.Role.TEXT, StoryMaker.Role.TOLD}
        ids = [
            [row["maker"] for row in content.get("makers", []) if row["role"] in writers]
            for content in contents
        ]
        pages = Page.objects.filter(pk__in={one for some in ids for one in some})
        names = dict(pages.values_list("pk", "title"))
        return [listed(names[one] for one in some if one in names) for some in ids]

    @property
    def eyebrow(self) -> str:
        """Say what kind of story this is."""
        return str(self.get_kind_display())

    @property
    def shared_as(self) -> str:
        """Name the kind, and what the story appeared in."""
        return f"{self.eyebrow} · {self.trail[-1].title}" if self.trail else self.eyebrow

    @property
    def cover_alt(self) -> str:
        """What the picture at the top shows, in the one language that pictures are described in."""
        is_dutch = self.locale.language_code.startswith(SOURCE)
        return self.cover_image.description if is_dutch and self.cover_image else ""

    def around(self, request: HttpRequest) -> Around:
        """Return what stands around the story; in a preview, what the draft says itself."""
        from magazine.story.around import around  # noqa: PLC0415 - it needs this class
        from magazine.story.surroundings import around_draft  # noqa: PLC0415

        if "_around" not in self.__dict__:
            is_draft = not self.live or getattr(request, "is_preview", False)
            self._around = around_draft(self) if is_draft else around(self, request)
        return self._around

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands around the story, and its pictures."""
        from magazine.selectors import story_context  # noqa: PLC0415 - it needs this class

        context = super().get_context(request, *args, **kwargs)
        around = self.around(request)
        return context | {"around": around} | story_context(self, self.cover_size, around.related)

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the story as an article."""
        return [structured_data.article(self, self.around(request).makers)]

    def serializable_data(self) -> dict[str, Any]:
        """Return what a revision stores: with the reading time of the text that it holds."""
        self.count_reading_minutes()
        return super().serializable_data()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count how long it takes to read, and list it where it belongs as long as it is live."""
        from magazine.shelving import shelve  # noqa: PLC0415 - it needs this class

        self.count_reading_minutes()
        with transaction.atomic():
            super().save(*args, **kwargs)
            fields = kwargs.get("update_fields")
            if fields is None or "live" in fields:
                shelve([self.pk])

    def count_reading_minutes(self) -> None:
        """Count the words of the text, for the lists that do not read it."""
        body = self.body.stream_block.get_searchable_content(self.body)
        self.reading_minutes = minutes([self.intro, *map(str, body)])

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Add what shows somebody who does not agree any more."""
        yield from super().faults_by_field()
        for name in self.fields_with_withheld_files():
            yield name, gettext("This shows somebody whose consent has ended. Take it out.")

    def fields_with_withheld_files(self) -> Iterator[str]:
        """Yield the fields that show what may not be served."""
        from magazine.consent.withholding import withheld_in  # noqa: PLC0415 - needs this class

        yield from withheld_in(self)

    def appears_with(self) -> DraftStateMixin | None:
        """Return the edition that this story appears with."""
        from magazine.models.editions import EditionPage  # noqa: PLC0415 - it needs this class

        return EditionPage.objects.parent_of(self).first()

    @classmethod
    def companions_of(cls, texts: Sequence[StoryPage]) -> dict[int, DraftStateMixin | None]:
        """Return the edition of each of these stories, in one query."""
        from magazine.models.editions import EditionPage  # noqa: PLC0415 - it needs this class

        above = {text.pk: text.path[: -cls.steplen] for text in texts}
        editions = EditionPage.objects.filter(path__in=set(above.values()))
        by_path = {edition.path: edition for edition in editions}
        return {pk: by_path.get(path) for pk, path in above.items()}


class StoryMaker(Orderable):
    """Who made a story, and what they did for it."""

    class Role(models.TextChoices):
        """What a maker did."""

        TEXT = "text", _("Text")
        PHOTO = "photo", _("Photos")
        DRAWING = "drawing", _("Drawings")
        TOLD = "told", _("Told by")
        TRANSLATION = "translation", _("Translation")

    story = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="makers")
    maker = models.ForeignKey(
        "magazine.MakerPage",
        verbose_name=_("maker"),
        on_delete=models.CASCADE,
        related_name="made",
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.TEXT)

    panels = [PageChooserPanel("maker", "magazine.MakerPage"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        """Names."""

        verbose_name = _("maker")
        verbose_name_plural = _("makers")

    def __str__(self) -> str:
        """Return who did what."""
        return f"{self.get_role_display()}: {self.maker}"


class StoryRelated(Orderable):
    """A story that an editor chose to be read next."""

    story = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(
        StoryPage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("other", "magazine.StoryPage")]

    class Meta(Orderable.Meta):
        """Names."""

        verbose_name = _("related story")
        verbose_name_plural = _("related stories")

    def __str__(self) -> str:
        """Return the story's title."""
        return str(self.other)
