"""From a plan to OpenStreetMap's syntax."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from warmtebronnen.hours.nights import clock
from warmtebronnen.hours.plan import (
    Deviation,
    MonthDay,
    Plan,
    Season,
    Spans,
    Week,
)

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MORE_HOLIDAYS = {"good-friday": "easter -2 days", "liberation-day": "May 05"}
RUN = 3


def write(plan: Plan) -> str:
    """Return the specification of a plan; nothing for a plan that says nothing."""
    rules = [*_rules(plan)]
    if plan.remark and not any(spans for _when, spans in rules):
        rules = [("unknown", None), *rules]
    return "; ".join(_rule(when, spans, plan.remark) for when, spans in rules)


def _rules(plan: Plan) -> Iterator[tuple[str, Spans | None]]:
    for days, spans in groups(plan.week):
        if spans:
            yield days_text(days), spans
    for season in plan.seasons:
        for days, spans in groups(season.week):
            yield f"{_season(season)} {days_text(days)}", spans
    for rule in plan.monthly:
        yield f"{DAYS[rule.weekday]}[{rule.nth}]", rule.spans
    yield from _holidays(plan)
    for deviation in plan.exceptions:
        yield _dates(deviation), deviation.spans


def _holidays(plan: Plan) -> Iterator[tuple[str, Spans | None]]:
    if plan.holidays is not None:
        yield "PH", plan.holidays
        for key in plan.more_holidays:
            yield MORE_HOLIDAYS[key], plan.holidays


def _rule(when: str, spans: Spans | None, remark: str) -> str:
    words = [when]
    if spans is not None:
        words.append(",".join(f"{clock(span.start)}-{_end(span.end)}" for span in spans) or "off")
    if remark and spans != ():
        words.append(f'"{remark}"')
    return " ".join(words)


def _end(minutes: int) -> str:
    return clock(minutes) if minutes <= 24 * 60 else clock(minutes - 24 * 60)


def groups(week: Week) -> list[tuple[list[int], Spans]]:
    """Return the weekdays that have the same hours, in the order of their first day."""
    found: dict[Spans, list[int]] = {}
    for day, spans in enumerate(week):
        found.setdefault(spans, []).append(day)
    return [(days, spans) for spans, days in found.items()]


def runs(days: list[int]) -> list[list[int]]:
    """Return the days in stretches of following days; a stretch of two is two days."""
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    pieces = [[run] if len(run) >= RUN else [[day] for day in run] for run in found]
    return [run for piece in pieces for run in piece]


def days_text(days: list[int]) -> str:
    """Return weekdays as the syntax writes them."""
    return ",".join(
        DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs(days)
    )


def _season(season: Season) -> str:
    return f"{_month_day(season.start)}-{_month_day(season.end)}"


def _month_day(value: MonthDay) -> str:
    month, day = value
    return f"{MONTHS[month - 1]} {day:02}"


def _dates(deviation: Deviation) -> str:
    first, last = (_date(day, deviation.yearly) for day in (deviation.start, deviation.end))
    return first if first == last else f"{first}-{last}"


def _date(day: dt.date, yearly: bool) -> str:  # noqa: FBT001  (a plain formatter)
    text = _month_day((day.month, day.day))
    return text if yearly else f"{day.year} {text}"
