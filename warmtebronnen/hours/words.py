"""Hours in words, in the reader's language, with times and dates as it writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from warmtebronnen.hours.naming import MORE_NAMES, NTH_DAYS
from warmtebronnen.hours.plan import (
    ANY_YEAR,
    CLOSED_WEEK,
    DAY_MINUTES,
    Deviation,
    MonthDay,
    Plan,
    Span,
    Spans,
    Week,
)
from warmtebronnen.hours.reading import read
from warmtebronnen.hours.writing import groups, runs

ALL_DAY = Span(0, DAY_MINUTES)


@dataclass(frozen=True)
class Line:
    """When, and from what time to what time.

    Attributes:
        when: the days, such as 'Monday to Friday'.
        times: pairs of times; none means closed.
        all_day: whether it is open day and night then.

    """

    when: str
    times: tuple[tuple[dt.time, dt.time], ...]
    all_day: bool = False

    @property
    def hours(self) -> str:
        """Return the times in words."""
        if self.all_day:
            return pgettext("opening hours", "all day and night")
        if not self.times:
            return pgettext("opening hours", "closed")
        return get_text_list([_range(*pair) for pair in self.times], _("and"))

    def __str__(self) -> str:
        """Return the line as it stands in a mail or on a card."""
        return f"{self.when}: {self.hours}"


@dataclass(frozen=True)
class Summary:
    """Hours in a few lines, with the remark that goes with all that is open."""

    lines: tuple[Line, ...]
    remark: str = ""


def summary(spec: str, day: dt.date | None = None) -> Summary | None:
    """Return hours in a few lines; nothing where words would be too many or untrue.

    What it cannot say is shown as a week: see `hours.week`.

    Args:
        spec: hours in OpenStreetMap's syntax.
        day: leaves out exceptions that are over by then.

    Raises:
        HoursError: if the hours cannot be read.

    """
    plan = read(spec)
    if plan is None:
        return None
    return Summary((*_ordinary(plan), *_holidays(plan), *_exceptions(plan, day)), plan.remark)


def _ordinary(plan: Plan) -> list[Line]:
    lines = [] if plan.week == CLOSED_WEEK else _week(plan.week)
    for season in plan.seasons:
        dates = _to(_month_day(season.start), _month_day(season.end))
        lines += [replace(line, when=f"{dates}, {line.when}") for line in _week(season.week)]
    for rule in plan.monthly:
        when = NTH_DAYS[rule.nth] % {"day": WEEKDAYS[rule.weekday]}
        lines.append(_spans_line(when, rule.spans))
    return lines


def _holidays(plan: Plan) -> list[Line]:
    if plan.holidays is None:
        return []
    names = [str(MORE_NAMES[key]) for key in plan.more_holidays]
    when = get_text_list([_("Holidays"), *names], _("and"))
    return [_spans_line(when, plan.holidays)]


def _exceptions(plan: Plan, day: dt.date | None) -> list[Line]:
    return [
        _spans_line(dates_in_words(one), one.spans)
        for one in plan.exceptions
        if one.yearly or day is None or one.end >= day
    ]


def _week(week: Week) -> list[Line]:
    parts = sorted(groups(week), key=lambda part: not part[1])
    return [_spans_line(days_in_words(days), spans) for days, spans in parts]


def _spans_line(when: str, spans: Spans) -> Line:
    times = tuple((_time(span.start), _time(span.end)) for span in spans)
    return Line(when, times, all_day=spans == (ALL_DAY,))


def days_in_words(days: list[int]) -> str:
    """Return weekdays in words, such as 'Monday to Friday'."""
    if len(days) == len(WEEKDAYS):
        return _("Every day")
    names = [[str(WEEKDAYS[day]) for day in run] for run in runs(days)]
    return get_text_list(
        [run[0] if len(run) == 1 else _to(run[0], run[-1]) for run in names], _("and")
    )


def dates_in_words(deviation: Deviation) -> str:
    """Return the days of an exception in words."""
    form = "MONTH_DAY_FORMAT" if deviation.yearly else "DATE_FORMAT"
    first, last = (date_format(day, form) for day in (deviation.start, deviation.end))
    return first if first == last else _to(first, last)


def _month_day(value: MonthDay) -> str:
    return date_format(dt.date(ANY_YEAR, *value), "MONTH_DAY_FORMAT")


def _to(first: str, last: str) -> str:
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _range(start: dt.time, end: dt.time) -> str:
    first, last = (time_format(time, "TIME_FORMAT") for time in (start, end))
    return pgettext("opening hours", "%(first)s–%(last)s") % {"first": first, "last": last}


def _time(minutes: int) -> dt.time:
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return dt.time(hours, rest)
