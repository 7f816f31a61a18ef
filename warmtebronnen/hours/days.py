"""The hours of a week as they really are, and the days ahead that are not as usual."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from warmtebronnen.hours.holidays import HOLIDAY_NAMES, holiday_on
from warmtebronnen.hours.reading import read
from warmtebronnen.hours.schedule import Schedule, State, schedule
from warmtebronnen.hours.writing import write

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
AROUND = 4


@dataclass(frozen=True)
class Interval:
    """A stretch of a day that a place is open, or perhaps open, by the clock on the wall."""

    start: dt.datetime
    end: dt.datetime
    state: State
    remark: str = ""

    @property
    def all_day(self) -> bool:
        """Tell whether it is the whole day."""
        return self.start.time() == dt.time() and self.end - self.start == DAY


@dataclass(frozen=True)
class Day:
    """A day with its hours; none means closed.

    Attributes:
        date: the day.
        intervals: its hours. What goes on after midnight belongs to the day on which it began.
        holiday: the key of the holiday that it is, see `HOLIDAY_NAMES`, or nothing.
        remark: what goes for all its hours, or why it is closed, if the hours say so.

    """

    date: dt.date
    intervals: tuple[Interval, ...]
    holiday: str = ""
    remark: str = ""

    @property
    def holiday_name(self) -> str:
        """Return the name of the holiday that it is, or nothing."""
        return str(HOLIDAY_NAMES[self.holiday]) if self.holiday else ""


def week(spec: str, day: dt.date) -> list[Day]:
    """Return the seven days, Monday first, of the week that a day is in.

    Raises:
        HoursError: if the hours cannot be read.

    """
    monday = day - DAY * day.weekday()
    return days_from(schedule(spec), monday, 7)


def holidays_ahead(spec: str, day: dt.date, days: int) -> list[Day]:
    """Return the days, from `day` on, with other hours than that weekday ordinarily has.

    Raises:
        HoursError: if the hours cannot be read.

    """
    hours = schedule(spec)
    ahead = days_from(hours, day, days)
    plan = read(spec)
    if plan is None:
        usual = _most_common(hours, day)
        return [one for one in ahead if one.holiday and _shape(one) != usual[one.date.weekday()]]
    ordinary = write(replace(plan, holidays=None, more_holidays=(), exceptions=()))
    shapes = [_shape(one) for one in days_from(schedule(ordinary or "off"), day, days)]
    return [one for one, shape in zip(ahead, shapes, strict=True) if _shape(one) != shape]


def days_from(hours: Schedule, first: dt.date, number: int) -> list[Day]:
    """Return a number of days with their hours."""
    start = dt.datetime.combine(first, dt.time())
    found: dict[dt.date, list[Interval]] = {}
    for piece in hours.pieces(start - DAY, start + DAY * (number + 1)):
        for interval in _by_day(Interval(*piece)):
            found.setdefault(interval.start.date(), []).append(interval)
    dates = [first + DAY * index for index in range(number)]
    return [_day(date, found.get(date, []), hours) for date in dates]


def _day(date: dt.date, intervals: list[Interval], hours: Schedule) -> Day:
    opened = tuple(interval for interval in intervals if interval.state is not State.CLOSED)
    noon = dt.datetime.combine(date, dt.time(12))
    remarks = {one.remark for one in opened} or {hours.said(noon)[1]}
    remark = remarks.pop() if len(remarks) == 1 else ""
    return Day(date, opened, holiday_on(date), remark)


def _by_day(interval: Interval) -> list[Interval]:
    """Cut a stretch at each midnight, unless it is one night."""
    midnight = dt.datetime.combine(interval.start.date() + DAY, dt.time())
    if interval.end <= midnight or _is_night(interval, midnight):
        return [interval]
    rest = replace(interval, start=midnight)
    return [replace(interval, end=midnight), *_by_day(rest)]


def _is_night(interval: Interval, midnight: dt.datetime) -> bool:
    return (
        interval.state is not State.CLOSED
        and interval.start.time() != dt.time()
        and interval.end - interval.start < DAY
        and interval.end - midnight < DAY
    )


def _shape(day: Day) -> tuple[tuple[dt.time, dt.timedelta, State, str], ...]:
    return tuple(
        (one.start.time(), one.end - one.start, one.state, one.remark) for one in day.intervals
    )


def _most_common(hours: Schedule, day: dt.date) -> list[object]:
    around = days_from(hours, day - WEEK * AROUND, 7 * 2 * AROUND)
    return [
        Counter(_shape(one) for one in around if one.date.weekday() == weekday).most_common(1)[0][0]
        for weekday in range(7)
    ]
