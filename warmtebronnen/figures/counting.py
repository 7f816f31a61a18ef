"""Counts places. No database."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from warmtebronnen.freshness import Freshness, freshness


class Confirmed(StrEnum):
    """When somebody last said that all is right at a place."""

    LATELY = "lately"
    IN_TIME = "in-time"
    LONG_AGO = "long-ago"
    NEVER = "never"


@dataclass(frozen=True)
class Place:
    """What is counted of a place.

    Attributes:
        needs: codes of what there is.
        spoken: codes of languages.
        area: the key of its area; empty where it is not known, or a secret.
        confirmed_at: when somebody last said that all is right there.

    """

    needs: Sequence[str]
    spoken: Sequence[str]
    area: str
    confirmed_at: dt.datetime | None


@dataclass(frozen=True)
class Figures:
    """The counts.

    Attributes:
        total: all places.
        by_need: the number of places by what there is; a place counts for each.
        by_area: the number by the key of an area.
        by_confirmed: the number by when they were confirmed.
        languages: how many languages are spoken at one place or more.

    """

    total: int
    by_need: Counter[str]
    by_area: Counter[str]
    by_confirmed: Counter[Confirmed]
    languages: int

    @property
    def in_time(self) -> int:
        """Return how many places were confirmed before readers are told that it is long ago."""
        return self.by_confirmed[Confirmed.LATELY] + self.by_confirmed[Confirmed.IN_TIME]

    @property
    def share_in_time(self) -> int:
        """Return that number as a percentage, rounded half up; 0 where there are no places."""
        return (200 * self.in_time + self.total) // (2 * self.total) if self.total else 0


def count(places: Iterable[Place], now: dt.datetime) -> Figures:
    """Return the figures of some places at a moment."""
    counted = list(places)
    return Figures(
        total=len(counted),
        by_need=Counter(need for place in counted for need in set(place.needs)),
        by_area=Counter(place.area for place in counted if place.area),
        by_confirmed=Counter(_confirmed(place.confirmed_at, now) for place in counted),
        languages=len({code for place in counted for code in place.spoken}),
    )


def _confirmed(moment: dt.datetime | None, now: dt.datetime) -> Confirmed:
    if moment is None:
        return Confirmed.NEVER
    return {
        Freshness.FRESH: Confirmed.LATELY,
        Freshness.ASKED: Confirmed.IN_TIME,
    }.get(freshness(moment, now), Confirmed.LONG_AGO)
