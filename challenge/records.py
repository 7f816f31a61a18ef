"""What the facts of a member follow from, without the database that it is kept in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Terms:
    """What a campaign asks.

    Attributes:
        first_day: of the invitation.
        last_day: on which an answer could be given.
        answers_until: the moment at which that ended.
        cents: the amount for a week.
        covers: the kinds of spending that the amount is for.

    """

    first_day: dt.date
    last_day: dt.date
    answers_until: dt.datetime
    cents: int
    covers: frozenset[str]


@dataclass(frozen=True)
class Given:
    """An answer."""

    choice: str
    at: dt.datetime


@dataclass(frozen=True)
class Kept:
    """A week that somebody chose."""

    first_day: dt.date
    is_stopped: bool
    is_closed: bool


@dataclass(frozen=True)
class Entered:
    """An entry of a logbook that was not removed: what it cost, not what it says."""

    day: dt.date
    spending: str
    cents: int
    is_shared: bool


@dataclass(frozen=True)
class Attempt:
    """A contact that arrived, or could have: not a letter that bounced."""

    channel: str
    at: dt.datetime


@dataclass(frozen=True)
class Record:
    """All that is kept of a member and that the facts follow from.

    Attributes:
        answers: in the order in which they were given.
        week: the week that was chosen.
        entries: of the logbook.
        attempts: to reach this member.
        is_verified: whether the address is known to be theirs.
        outside: why they do not count, if the team said so.
        seats: when they sat for this party: the first and the last day, None for no end.
        rulings: the facts that the team established otherwise, by their keys.

    """

    answers: tuple[Given, ...] = ()
    week: Kept | None = None
    entries: tuple[Entered, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    is_verified: bool = False
    outside: str = ""
    seats: tuple[tuple[dt.date, dt.date | None], ...] = ()
    rulings: Mapping[str, bool] = field(default_factory=dict)
