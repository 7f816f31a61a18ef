"""What the list says of a place."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from warmtebronnen.addresses import place_path
from warmtebronnen.directory.contact_links import map_links
from warmtebronnen.directory.entries import Entry, Words
from warmtebronnen.directory.listing import PlaceList, words_for
from warmtebronnen.directory.opening_status import Standing, standing
from warmtebronnen.directory.wording import say_distance
from warmtebronnen.freshness import Freshness, freshness
from warmtebronnen.vocabulary import Need


@dataclass(frozen=True)
class Row:
    """A place on the list.

    Attributes:
        words: its title and summary, and their language.
        is_foreign: whether those are in another language than the reader's.
        how_far: the distance to it in words, if it is known.
        standing: whether it is open.
        is_doubted: whether nobody confirmed it for long.

    """

    entry: Entry
    words: Words
    url: str
    is_foreign: bool
    how_far: str
    standing: Standing
    is_doubted: bool

    @property
    def needs(self) -> list[str | Promise]:
        """Return in words what there is."""
        return [Need(code).label for code in self.entry.needs if code in Need.values]

    @property
    def map(self) -> str:
        """Return the address of a map on the web where it is known where the place is."""
        point = self.entry.point
        return map_links(point, "")["web"] if point else ""

    @property
    def where(self) -> str:
        """Return the neighbourhood, or else the area."""
        return self.entry.neighbourhood[1] or self.entry.area[1]


def rows_of(places: PlaceList) -> list[Row]:
    """Return what the list says of each place on its page."""
    return [_row(entry, places) for entry in places.page.object_list]


def _row(entry: Entry, places: PlaceList) -> Row:
    words = words_for(entry, places.language)
    distance = places.distance(entry)
    is_estimate = bool(places.asked.postcode)
    return Row(
        entry=entry,
        words=words,
        url=place_path(places.language, entry.slug),
        is_foreign=words.language != places.language,
        how_far="" if distance is None else say_distance(distance, is_estimate=is_estimate),
        standing=standing(entry, places.at),
        is_doubted=freshness(entry.checked_at, places.at) in {Freshness.STALE, Freshness.SUNK},
    )
