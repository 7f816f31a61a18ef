"""Stories in short, as lists show them: any number of them for two queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language

from wagtail.images import get_image_model

from core.blocks.library import Library, Reference
from core.restrictions import public
from magazine.models import Consent, StoryPage

# The size in which a card shows its picture.
SIZE = "tile"
_NEEDED = (
    "title",
    "url_path",
    "path",
    "translation_key",
    "first_published_at",
    "last_published_at",
    "locale__language_code",
    "kind",
    "intro",
    "story_date",
    "reading_minutes",
    "cover_image",
    "series",
    "audio",
)


@dataclass(frozen=True)
class StoryCard:
    """A story in short.

    Attributes:
        pk: its id.
        title: its title.
        url: its address.
        kind: what sort of story it is.
        summary: its introduction.
        date: the date that readers see.
        minutes: how long it takes to read.
        line: the key of its first programme line, for its colour; may be empty.
        language: its language, where that is not the reader's; else empty.
        person: who it portrays, if it is a portrait.
        is_example: whether that is an invented person.
        picture_id: the id of its picture.
        picture: its picture, once it was fetched.

    """

    pk: int
    title: str
    url: str
    kind: str | Promise
    summary: str
    date: dt.date
    minutes: int
    line: str
    language: str
    person: str
    is_example: bool
    picture_id: int | None
    picture: Any = None


def story_rows() -> QuerySet[StoryPage]:
    """Return live stories with what a card says, and no more."""
    lines = StoryPage.programme_lines.through.objects.filter(storypage=OuterRef("pk"))
    # Whatever the clock has done yet: today nobody sees a portrait without a valid consent.
    valid = Consent.objects.valid_on(timezone.localdate())
    agreed = Q(portraitpage=None) | Q(portraitpage__consent__in=valid)
    return (
        StoryPage.objects.live()
        .filter(agreed)
        .select_related("locale")
        .only(*_NEEDED)
        .annotate(
            first_line=Subquery(
                lines.order_by("programmeline__order").values("programmeline__key")[:1]
            ),
            portrayed=F("portraitpage__person_name"),
            is_invented=F("portraitpage__is_example"),
        )
    )


def cards_of(rows: Iterable[StoryPage]) -> list[StoryCard]:
    """Return the cards of those stories that everybody may read, still without pictures."""
    # Wagtail leaves on this what every address needs, so that it is looked up once.
    once: Any = SimpleNamespace(_wagtail_site=None)
    here = get_language()
    return [_card(row, url, here) for row in public(rows) if (url := row.get_url(once))]


def with_pictures(cards: Iterable[StoryCard], library: Library | None = None) -> list[StoryCard]:
    """Return the cards with their pictures, fetched together or taken from a library."""
    cards = list(cards)
    library = library or Library(pictures_of(cards))
    pictures = library.records(get_image_model())
    return [replace(card, picture=pictures.get(card.picture_id or 0)) for card in cards]


def pictures_of(cards: Iterable[StoryCard]) -> Iterator[Reference]:
    """Yield the pictures that cards want, for a library that fetches more than these."""
    for card in cards:
        if card.picture_id:
            yield Reference(get_image_model(), card.picture_id, SIZE)


def _card(row: Any, url: str, here: str | None) -> StoryCard:
    language = row.locale.language_code
    return StoryCard(
        pk=row.pk,
        title=row.title,
        url=url,
        kind=StoryPage.Kind(row.kind).label,
        summary=row.intro,
        date=row.story_date,
        minutes=row.reading_minutes,
        line=row.first_line or "",
        language="" if language == here else language,
        person=row.portrayed or "",
        is_example=bool(row.is_invented),
        picture_id=row.cover_image_id,
    )
