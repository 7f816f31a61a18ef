"""Reading a specification, and asking it what it says by the clock on the wall."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import re
from collections.abc import Iterator
from functools import lru_cache

import opening_hours

from django.utils.translation import gettext_lazy as _

from warmtebronnen.hours.faults import HoursError
from warmtebronnen.hours.nights import LAST_MINUTE, split_nights

MAX_LENGTH = 1000
# What changes later than this counts as never: searching on until the year 9999 takes a second.
HORIZON = dt.timedelta(days=10 * 366)
ROTTERDAM = (51.92, 4.48)

_DAY = dt.timedelta(days=1)
_COLUMN = re.compile(r"--> 1:(\d+)")
_SUN = re.compile(r"sun(rise|set)|dawn|dusk", re.IGNORECASE)
_SCHOOL = re.compile(r"\bSH\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH_DAY = re.compile(
    rf"\b({'|'.join(_MONTHS)})\s+(\d{{1,2}})(?![\d:])(?:\s*-\s*(\d{{1,2}})(?![\d:]))?",
    re.IGNORECASE,
)


class State(enum.StrEnum):
    """Whether a place is open."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


_STATES = {
    opening_hours.State.OPEN: State.OPEN,
    opening_hours.State.CLOSED: State.CLOSED,
    opening_hours.State.UNKNOWN: State.UNKNOWN,
}

Said = tuple[State, str]
Piece = tuple[dt.datetime, dt.datetime, State, str]


class Schedule:
    """A specification that was read, asked by the clock on the wall."""

    def __init__(self, spec: str) -> None:
        """Read the specification.

        Raises:
            opening_hours.ParserError: if it is not in the syntax.

        """
        whole = _library(spec)
        nights = split_nights(spec)
        self.days = _library(nights[0]) if nights else whole
        self.nights = _library(nights[1]) if nights else None

    def said(self, wall: dt.datetime) -> Said:
        """Return the state at a time on the wall, with its remark."""
        state, remark = self.days.state(wall)
        said = _STATES[state], remark
        return said if said[0] is not State.CLOSED else self._night(wall) or said

    def _night(self, wall: dt.datetime) -> Said | None:
        before = wall - _DAY
        if self.nights is None or before.hour * 60 + before.minute >= LAST_MINUTE:
            return None
        state, remark = self.nights.state(before)
        return None if state == opening_hours.State.CLOSED else (_STATES[state], remark)

    def boundary(self, wall: dt.datetime) -> dt.datetime | None:
        """Return the next time on the wall at which something may change."""
        found = _bare(self.days.next_change(wall))
        if self.nights is None:
            return found
        night = _bare(self.nights.next_change(wall - _DAY))
        return min(filter(None, (found, night and night + _DAY)), default=None)

    def pieces(self, start: dt.datetime, end: dt.datetime) -> Iterator[Piece]:
        """Yield the stretches of one state and remark between two times on the wall."""
        since, said = start, self.said(start)
        at = self.boundary(start)
        while at is not None and at < end:
            now = self.said(at)
            if now != said:
                yield since, at, *said
                since, said = at, now
            at = self.boundary(at)
        if since < end:
            yield since, end, *said

    def change(self, wall: dt.datetime, state: State) -> dt.datetime | None:
        """Return the next time on the wall at which the state is another than this."""
        at = self.boundary(wall)
        while at is not None and at - wall < HORIZON:
            if self.said(at)[0] is not state:
                return at
            at = self.boundary(at)
        return None


def _bare(time: dt.datetime | None) -> dt.datetime | None:
    # Reckoned by the sun, times come with a zone, which on the wall is not needed.
    return time.replace(tzinfo=None, fold=0) if time and time.tzinfo else time


def _library(spec: str) -> opening_hours.OpeningHours:
    # With a place the library reckons the sun's times there, and answers with a zone. Without
    # one it keeps to the clock on the wall. Told of a zone it skips the first of two equal
    # hours in autumn, while `state` counts it, so zones are left to our own clock.
    place = ROTTERDAM if _SUN.search(spec) else None
    return opening_hours.OpeningHours(
        spec, country="NL", coords=place, max_interval_days=HORIZON.days
    )


@lru_cache(maxsize=4096)
def schedule(spec: str) -> Schedule:
    """Read a specification, once.

    Raises:
        HoursError: if it cannot be read.

    """
    if len(spec) > MAX_LENGTH:
        raise HoursError(
            _("That is too much to remember. Use fewer lines or a shorter remark."), code="long"
        )
    if not spec.strip():
        raise HoursError(_("Fill in the opening hours."), code="empty")
    _refuse_school_holidays(spec)
    _refuse_impossible_dates(spec)
    try:
        return Schedule(spec)
    except opening_hours.ParserError as fault:  # type: ignore[attr-defined]  # not in its stubs
        raise _unreadable(spec, str(fault)) from None


def check(spec: str) -> None:
    """Refuse hours that cannot be read.

    Raises:
        HoursError: with words for the person who wrote them, and from where they are not clear.

    """
    schedule(spec)


def _unreadable(spec: str, fault: str) -> HoursError:
    found = _COLUMN.search(fault)
    rest = spec[int(found[1]) - 1 :].strip() if found else ""
    if not rest:
        return HoursError(_("These opening hours cannot be read."), code="unreadable")
    return HoursError(
        _("These opening hours cannot be read from “%(rest)s” on."),
        code="unreadable",
        params={"rest": rest[:40]},
    )


def _refuse_school_holidays(spec: str) -> None:
    """Refuse `SH`: to the library these are Good Friday and Liberation Day, no weeks (2.1.4)."""
    if _SCHOOL.search(_QUOTED.sub("", spec)):
        raise HoursError(
            _("School holidays (SH) are not known here. Fill in their dates instead."),
            code="school",
        )


def _refuse_impossible_dates(spec: str) -> None:
    """Refuse 30 February: the library takes a rule for it as one for every day (2.1.4)."""
    for month, *days in _MONTH_DAY.findall(_QUOTED.sub("", spec)):
        _first, last = calendar.monthrange(2024, _MONTHS[month.capitalize()])
        for day in filter(None, days):
            if not 1 <= int(day) <= last:
                raise HoursError(
                    _("%(date)s does not exist."),
                    code="date",
                    params={"date": f"{day} {month}"},
                )
