"""Hours as people speak of them: a week, holidays, seasons, exceptions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DAY_MINUTES = 24 * 60
# Any leap year: what comes back every year is kept with a year that says nothing.
ANY_YEAR = 2024
MonthDay = tuple[int, int]


@dataclass(frozen=True, order=True)
class Span:
    """From one time to another, in minutes since midnight; past `DAY_MINUTES` is the next day."""

    start: int
    end: int


Spans = tuple[Span, ...]
Week = tuple[Spans, ...]
CLOSED_WEEK: Week = ((),) * 7


@dataclass(frozen=True)
class Season:
    """Another week between two days of every year, both included."""

    start: MonthDay
    end: MonthDay
    week: Week


@dataclass(frozen=True)
class MonthRule:
    """What a weekday has instead in its nth week of every month; -1 is the last."""

    nth: int
    weekday: int
    spans: Spans


@dataclass(frozen=True)
class Deviation:
    """What days have instead, once or every year; no spans means closed.

    Attributes:
        start: the first day.
        end: the last day, included.
        yearly: whether it comes back each year; the year of `start` and `end` says nothing then.
        spans: the hours of those days.

    """

    start: dt.date
    end: dt.date
    yearly: bool
    spans: Spans


@dataclass(frozen=True)
class Plan:
    """All that the form can say. What comes later here goes before what comes earlier.

    Attributes:
        week: the ordinary week, Monday first.
        seasons: weeks that take its place for a part of the year.
        monthly: days such as every first Tuesday.
        holidays: hours on holidays: none means as usual, no spans means closed.
        more_holidays: days that are no holidays by law and are treated as one here.
        exceptions: days with hours of their own.
        remark: a line with all that is open, such as 'call first'.

    """

    week: Week = CLOSED_WEEK
    seasons: tuple[Season, ...] = ()
    monthly: tuple[MonthRule, ...] = ()
    holidays: Spans | None = None
    more_holidays: tuple[str, ...] = ()
    exceptions: tuple[Deviation, ...] = ()
    remark: str = ""
