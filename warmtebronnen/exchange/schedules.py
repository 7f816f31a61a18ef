"""Opening hours as HSDS says them: recurrences (RFC 5545) where those can, else only in words.

HSDS has no holidays, seasons of each year or exceptions. Hours that need them are described;
what recurs each week is given beside it only where that stays true, holidays and days that
the description names left out. Times are those on the wall in Rotterdam. A place that closes at
or before the time at which it opens does so on the next day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from warmtebronnen.hours import read
from warmtebronnen.hours.nights import clock
from warmtebronnen.hours.plan import DAY_MINUTES, Plan, Spans
from warmtebronnen.hours.words import summary
from warmtebronnen.hours.writing import groups

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules_of(spec: str) -> list[dict[str, Any]]:
    """Return the schedules of a place, without their ids; none where its hours are unknown."""
    if not spec:
        return []
    description = {"description": _in_words(spec)}
    plan = read(spec)
    recurring = list(_recurring(plan)) if plan and _recurs(plan) else []
    return [one | description for one in recurring] or [description]


def _in_words(spec: str) -> str:
    """Return the hours in words; in OpenStreetMap's syntax where words cannot say them."""
    found = summary(spec, timezone.localdate())
    if found is None:
        return spec
    lines = "; ".join(str(line) for line in found.lines)
    return f"{lines} ({found.remark})" if found.remark else lines or spec


def _recurs(plan: Plan) -> bool:
    """Return whether each week is as the other, but for holidays and a few days."""
    replaced = {rule.weekday for rule in plan.monthly}
    return not plan.seasons and not any(plan.week[day] for day in replaced)


def _recurring(plan: Plan) -> Iterator[dict[str, Any]]:
    for days, spans in groups(plan.week):
        yield from _each("WEEKLY", ",".join(DAYS[day] for day in days), spans)
    for rule in plan.monthly:
        yield from _each("MONTHLY", f"{rule.nth}{DAYS[rule.weekday]}", rule.spans)


def _each(freq: str, byday: str, spans: Spans) -> Iterator[dict[str, Any]]:
    for span in spans:
        yield {
            "freq": freq,
            "wkst": "MO",
            "byday": byday,
            "opens_at": clock(span.start % DAY_MINUTES),
            "closes_at": clock(span.end % DAY_MINUTES),
        }
