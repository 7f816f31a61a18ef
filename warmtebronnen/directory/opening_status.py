"""Which places are open, now and on a day: hours and notices taken together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from warmtebronnen import hours
from warmtebronnen.directory.entries import Directory, Entry
from warmtebronnen.directory.query import DAYS, NOW

DAY = dt.timedelta(days=1)
# How often a time at which a place opens may fall on days that a notice closes.
_MOST_CLOSURES = 5
# The bits of the directory, reckoned once a minute.
_kept: list[tuple[Directory, dt.datetime, Mapping[str, int]]] = []


@dataclass(frozen=True)
class Standing:
    """How a place stands at a moment.

    Attributes:
        state: open, closed, or unknown.
        until: when that changes, if it does within a week or so.
        remark: what the hours themselves say about it.
        by_notice: whether a notice closes it today.

    """

    state: hours.State
    until: dt.datetime | None = None
    remark: str = ""
    by_notice: bool = False


def standing(entry: Entry, at: dt.datetime) -> Standing:
    """Return how a place stands; what cannot be read is not known."""
    today = at.astimezone(hours.ZONE).date()
    by_notice = entry.is_closed_on(today)
    start = _after_closure(entry, today) if by_notice else at
    try:
        found = hours.opening(entry.hours, start)
        if not by_notice and found.state is hours.State.OPEN:
            return Standing(found.state, found.until, found.remark)
        until = _opens(entry, found, start)
    except hours.HoursError:
        found, until = hours.Opening(hours.State.UNKNOWN), None
    if by_notice:
        return Standing(hours.State.CLOSED, until, by_notice=True)
    return Standing(found.state, until, found.remark)


def _opens(entry: Entry, found: hours.Opening, start: dt.datetime) -> dt.datetime | None:
    """Return when a place opens, days left out on which a notice closes it."""
    for _attempt in range(_MOST_CLOSURES):
        until = start if found.state is hours.State.OPEN else found.until
        if until is None or not entry.is_closed_on(until.astimezone(hours.ZONE).date()):
            return until
        start = _after_closure(entry, until.astimezone(hours.ZONE).date())
        found = hours.opening(entry.hours, start)
    return None


def _after_closure(entry: Entry, day: dt.date) -> dt.datetime:
    """Return the midnight at which no notice closes a place any more."""
    while entry.is_closed_on(day):
        day += DAY
    return dt.datetime.combine(day, dt.time(), tzinfo=hours.ZONE)


def open_bits(directory: Directory, at: dt.datetime) -> Mapping[str, int]:
    """Return which places are open now, and on each of the seven days from today on."""
    minute = at.replace(second=0, microsecond=0)
    for kept, since, bits in _kept:
        if kept is directory and since == minute:
            return bits
    found = _open_bits(directory, minute)
    _kept[:] = [(directory, minute, found)]
    return found


def _open_bits(directory: Directory, at: dt.datetime) -> Mapping[str, int]:
    today = at.astimezone(hours.ZONE).date()
    bits = dict.fromkeys((NOW, *DAYS), 0)
    for position, entry in enumerate(directory.entries):
        if not entry.hours:
            continue
        if is_open(entry, at):
            bits[NOW] |= 1 << position
        for day in open_days(entry.hours, today):
            if not entry.is_closed_on(day):
                bits[DAYS[day.weekday()]] |= 1 << position
    return bits


def is_open(entry: Entry, at: dt.datetime) -> bool:
    """Return whether a place is open at a moment."""
    if entry.is_closed_on(at.astimezone(hours.ZONE).date()):
        return False
    try:
        return hours.is_open(entry.hours, at)
    except hours.HoursError:
        return False


@lru_cache(maxsize=8192)
def open_days(spec: str, today: dt.date) -> tuple[dt.date, ...]:
    """Return those of the seven days from today on with any hours."""
    try:
        days = [*hours.week(spec, today), *hours.week(spec, today + 7 * DAY)]
    except hours.HoursError:
        return ()
    last = today + 7 * DAY
    return tuple(day.date for day in days if today <= day.date < last and day.intervals)
