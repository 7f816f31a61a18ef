"""The list of places that an address asks for, and what each further choice would leave."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from django.core.paginator import Page, Paginator

from languages.registry import SOURCE, fallbacks
from warmtebronnen.directory.entries import Directory, Entry, Words, left_by
from warmtebronnen.directory.opening_status import open_bits
from warmtebronnen.directory.postcodes import distance_km
from warmtebronnen.directory.query import CHOOSING, Asked
from warmtebronnen.freshness import sunk_moment

# Ten fill several screens of a phone, and keep the page light.
PER_PAGE = 10


def words_for(entry: Entry, language: str) -> Words:
    """Return the words of a place in the first of the reader's languages that it has."""
    order = (language, *fallbacks(language), SOURCE)
    return next(entry.words[code] for code in order if code in entry.words)


class PlaceList:
    """The places that an address asks for."""

    def __init__(self, directory: Directory, asked: Asked, language: str, at: dt.datetime) -> None:
        """Take the directory, what is asked, the reader's language and the moment."""
        self.directory = directory
        self.asked = asked
        self.language = language
        self.at = at

    @cached_property
    def _open(self) -> Mapping[str, int]:
        return open_bits(self.directory, self.at)

    def having(self, facet: str, value: str) -> int:
        """Return the places that have this."""
        if facet == "open":
            return self._open[value]
        return self.directory.having(facet, value)

    @cached_property
    def _chosen(self) -> dict[str, int]:
        return {name: self.having(name, value) for name, value in self.asked.values.items()}

    @cached_property
    def found(self) -> int:
        """Return the bits of the places that have all that is asked."""
        return left_by(self.directory.everything, self._chosen)

    @property
    def total(self) -> int:
        """Return how many places there are."""
        return self.found.bit_count()

    def number(self, facet: str, value: str) -> int:
        """Return how many places would be left with this choice in place of the one made."""
        # An area is chosen in place of its neighbourhood too.
        instead = {"gebied": ("gebied", "wijk"), "wijk": ("gebied", "wijk")}.get(facet, (facet,))
        rest = left_by(self.directory.everything, self._chosen, without=instead)
        return (rest & self.having(facet, value)).bit_count()

    def values(self, facet: str) -> list[str]:
        """Return what can be chosen of a facet: what any place has."""
        return list(self.directory.facets.get(facet, {}))

    def loosened(self) -> list[tuple[str, int]]:
        """Return the choices that, taken back, would leave some, the most first."""
        left = [
            (name, left_by(self.directory.everything, self._chosen, without=(name,)).bit_count())
            for name in CHOOSING
            if name in self.asked.values
        ]
        return sorted((one for one in left if one[1]), key=lambda one: -one[1])

    @cached_property
    def page(self) -> Page[Entry]:
        """Return the page of the list that is asked for; the last where there is no such page."""
        return Paginator(self.in_order(), PER_PAGE).get_page(self.asked.page)

    def in_order(self) -> list[Entry]:
        """Return all that was found: by distance, or else by name, long unconfirmed ones last."""
        found, entries = self.found, self.directory.entries
        places = [entries[position] for position in self._by_name() if found >> position & 1]
        if self.asked.near:
            return sorted(places, key=self._how_far)
        last = sunk_moment(self.at)
        return sorted(places, key=lambda one: one.checked_at is None or one.checked_at <= last)

    def _by_name(self) -> tuple[int, ...]:
        """Return the positions of all places by name, which costs more than all else here."""
        orders = self.directory.orders
        if self.language not in orders:
            positions = range(len(self.directory.entries))
            orders[self.language] = tuple(sorted(positions, key=self._name))
        return orders[self.language]

    def _name(self, position: int) -> str:
        title = words_for(self.directory.entries[position], self.language).title
        return unicodedata.normalize("NFKD", title).casefold()

    def _how_far(self, entry: Entry) -> float:
        distance = self.distance(entry)
        return float("inf") if distance is None else distance

    def distance(self, entry: Entry) -> float | None:
        """Return the kilometres to a place, if it is known where both are."""
        if self.asked.near is None or entry.point is None:
            return None
        return distance_km(self.asked.near, entry.point)
