"""The directory as it is searched: places as bits of whole numbers. No database, no Django.

Place number n is bit n. A facet value, such as 'has a meal', is the number in which the bits of its
places are set. So what several choices leave together is an `&`, and how many that are is a
`bit_count()`: counting every option of the form takes microseconds, for a thousand places as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from warmtebronnen.directory.postcodes import Point

Closures = tuple[tuple[dt.date, dt.date], ...]
YES = "ja"


@dataclass(frozen=True, slots=True)
class Words:
    """What a place is called and what it is, in one language."""

    language: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One place, with what lists say of it.

    Attributes:
        pk: the number of the page in the site's own language.
        slug: the last part of its address, in every language.
        words: its title and summary by language; always in the site's own.
        point: where it is, if that is known and no secret.
        checked_at: when it was last found right, or else published.
        closures: the first and the last day of each time that it is closed, from notices.

    """

    pk: int
    slug: str
    words: Mapping[str, Words]
    needs: tuple[str, ...] = ()
    costs: str = ""
    how_to_come: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    address: str = ""
    area: tuple[str, str] = ("", "")
    neighbourhood: tuple[str, str] = ("", "")
    point: Point | None = None
    phone: str = ""
    hours: str = ""
    closures: Closures = ()
    checked_at: dt.datetime | None = None
    is_confidential: bool = False
    is_example: bool = False

    def is_closed_on(self, day: dt.date) -> bool:
        """Return whether a notice says that it is closed on a day."""
        return any(first <= day <= last for first, last in self.closures)

    def facets(self) -> Iterator[tuple[str, str]]:
        """Yield what it is found by: a facet and a value."""
        yield from (("wat", need) for need in self.needs)
        yield from (("taal", code) for code in self.spoken)
        yield from (("gebied", self.area[0]), ("wijk", self.neighbourhood[0]))
        if self.costs == "free":
            yield "gratis", YES
        if {"walk-in", "call-first"} & set(self.how_to_come):
            yield "zonderverwijzing", YES
        if "wheelchair" in self.access:
            yield "rolstoel", YES


@dataclass(frozen=True)
class Directory:
    """All places, and which of them have what.

    Attributes:
        entries: the places; the position of each is its bit.
        facets: by facet and value, the bits of its places.
        names: the names of areas and neighbourhoods, by facet and value.
        within: the area of each neighbourhood.
        orders: the positions of the places by name, for each language that was asked for.

    """

    entries: tuple[Entry, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    orders: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Directory:
        """Return a directory of these places."""
        places = tuple(entries)
        facets: dict[str, dict[str, int]] = {}
        names: dict[str, dict[str, str]] = {"gebied": {}, "wijk": {}}
        within: dict[str, str] = {}
        for position, entry in enumerate(places):
            for facet, value in entry.facets():
                if value:
                    values = facets.setdefault(facet, {})
                    values[value] = values.get(value, 0) | 1 << position
            names["gebied"][entry.area[0]] = entry.area[1]
            names["wijk"][entry.neighbourhood[0]] = entry.neighbourhood[1]
            within[entry.neighbourhood[0]] = entry.area[0]
        return cls(places, facets, names, within)

    @property
    def everything(self) -> int:
        """Return the bits of all places."""
        return (1 << len(self.entries)) - 1

    def having(self, facet: str, value: str) -> int:
        """Return the bits of the places that have this."""
        return self.facets.get(facet, {}).get(value, 0)

    def those(self, bits: int) -> Iterator[Entry]:
        """Yield the places whose bits are set."""
        while bits:
            lowest = bits & -bits
            yield self.entries[lowest.bit_length() - 1]
            bits ^= lowest


def left_by(everything: int, chosen: Mapping[str, int], without: Collection[str] = ()) -> int:
    """Return what all choices leave together, some facets left out of it."""
    bits = everything
    for facet, having in chosen.items():
        if facet not in without:
            bits &= having
    return bits
