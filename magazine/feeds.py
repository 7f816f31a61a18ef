"""The magazine for those who read it elsewhere: Atom (RFC 4287) and RSS 2.0.

A feed holds what a list holds: all stories of a language, or those of an edition, a kind, a
line. Nothing in it counts readers, and each entry leads to the whole story.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.html import format_html

from wagtail.documents import get_document_model

from core.restrictions import public
from core.seo.metadata import absolute
from languages.registry import LANGUAGES_BIDI
from magazine.lists.story_list import StoryList, rows_on
from magazine.models import MagazineIndexPage, StoryMaker, StoryPage
from magazine.models.shelves import Shelf, ShelfPlace

FEEDS: dict[str, type[Atom1Feed | Rss201rev2Feed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
MOST_ENTRIES = 30
SITE = "Warm Rotterdam"
RIGHT_TO_LEFT_MARK = "\u200f"

# https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITERS = frozenset({StoryMaker.Role.TEXT, StoryMaker.Role.TOLD})


@dataclass
class Said:
    """What an entry says beside the story's own words."""

    writers: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def feed_of(form: str, index: MagazineIndexPage, stories: StoryList) -> SyndicationFeed:
    """Return the stories of a list as a feed: 'atom' or 'rss'."""
    language = index.locale.language_code
    query = stories.asked.query()
    base = absolute(index.get_url() or "/")
    names = [SITE, index.title, *(choice.name for choice in stories.chosen)]
    address = f"{base}{index.FEEDS[form]}{query}"
    feed = FEEDS[form](
        title=in_direction(" · ".join(names), language),
        link=f"{base}{index.STORIES}{query}",
        description=plain(index.intro or index.search_description or index.title),
        subtitle=plain(index.intro) or None,
        language=language,
        author_name=SITE,
        feed_url=address,
        feed_guid=address,
    )
    rows = public(rows_on(stories.page))
    said, recordings = _said(rows), _recordings(rows)
    for row in rows:
        _add(feed, row, said[row.pk], recordings.get(row.audio_id or 0), language)
    return feed


def _add(
    feed: SyndicationFeed, row: StoryPage, said: Said, recording: Any | None, language: str
) -> None:
    """Add a story."""
    address = absolute(row.get_url() or "/")
    direction = "rtl" if language in LANGUAGES_BIDI else "ltr"
    summary = format_html('<p lang="{}" dir="{}">{}</p>', language, direction, plain(row.intro))
    first = row.first_published_at or _start_of(row.story_date)
    feed.add_item(
        title=in_direction(plain(row.title), language),
        link=address,
        description=str(summary),
        unique_id=uuid.uuid5(row.translation_key, language).urn,
        unique_id_is_permalink=False,
        pubdate=first,
        updateddate=max(first, row.last_published_at or first),
        author_name=", ".join(said.writers) or None,
        categories=[str(StoryPage.Kind(row.kind).label), *map(plain, said.tags)],
        enclosures=[_enclosure(recording)] if recording else [],
    )


def _said(rows: Iterable[StoryPage]) -> dict[int, Said]:
    """Return the writers and tags of the stories, by one query."""
    facets = (Shelf.Facet.MAKER, Shelf.Facet.TAG)
    places = ShelfPlace.objects.filter(
        story__in=[row.pk for row in rows], shelf__facet__in=facets
    ).order_by("position", "shelf__tag__name")
    said: dict[int, Said] = defaultdict(Said)
    for story, roles, tag, maker, is_live in places.values_list(
        "story_id", "roles", "shelf__tag__name", "shelf__maker__title", "shelf__maker__live"
    ):
        if tag:
            said[story].tags.append(tag)
        elif is_live and _WRITERS.intersection(roles.split(",")):
            said[story].writers.append(plain(maker))
    return said


def _recordings(rows: Iterable[StoryPage]) -> dict[int, Any]:
    """Return the stories that can be listened to, by the id of the recording."""
    keys = {row.audio_id for row in rows if row.audio_id}
    return get_document_model().objects.in_bulk(keys) if keys else {}


def _enclosure(recording: Any) -> Enclosure:
    size = str(recording.get_file_size() or 0)
    return Enclosure(absolute(recording.url), size, recording.content_type)


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def plain(text: str) -> str:
    """Return text on one line, without the signs that XML cannot hold."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())


def in_direction(title: str, language: str) -> str:
    """Return a title that readers' programs write from the right, also where it begins in Latin.

    Neither Atom nor RSS says in which direction a title goes: its first letter decides.
    """
    if language not in LANGUAGES_BIDI:
        return title
    directions = (unicodedata.bidirectional(sign) for sign in title)
    first = next((one for one in directions if one in {"L", "R", "AL"}), "L")
    return title if first != "L" else f"{RIGHT_TO_LEFT_MARK}{title}"
