"""A plan that grows rule by rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from warmtebronnen.hours.plan import (
    ANY_YEAR,
    CLOSED_WEEK,
    Deviation,
    MonthDay,
    MonthRule,
    Plan,
    Season,
    Spans,
    Week,
)
from warmtebronnen.hours.rules import NotPlainError, Phase, Rule, merged
from warmtebronnen.hours.writing import DAYS, MONTHS, MORE_HOLIDAYS


@dataclass
class Draft:
    """A plan that grows by one rule at a time; later rules go before earlier ones."""

    week: Week = CLOSED_WEEK
    seasons: dict[tuple[MonthDay, MonthDay], Week] = field(default_factory=dict)
    monthly: list[MonthRule] = field(default_factory=list)
    holidays: Spans | None = None
    more: list[str] = field(default_factory=list)
    exceptions: list[Deviation] = field(default_factory=list)
    remarks: set[str] = field(default_factory=set)

    def add(self, rule: Rule) -> None:
        """Take in a rule.

        Raises:
            NotPlainError: if it adds to what is not the week.

        """
        if rule.added and rule.phase is not Phase.WEEK:
            raise NotPlainError
        if rule.spans or rule.phase is Phase.UNKNOWN:
            self.remarks.add(rule.parts["remark"])
        {
            Phase.UNKNOWN: lambda _rule: None,
            Phase.WEEK: self._week,
            Phase.SEASON: self._season,
            Phase.MONTHLY: self._monthly,
            Phase.HOLIDAY: self._holiday,
            Phase.EXCEPTION: self._exception,
        }[rule.phase](rule)

    def plan(self) -> Plan:
        """Return the plan.

        Raises:
            NotPlainError: if what is open does not have one and the same remark.

        """
        if len(self.remarks) > 1:
            raise NotPlainError
        seasons = tuple(Season(start, end, week) for (start, end), week in self.seasons.items())
        return Plan(
            week=self.week,
            seasons=seasons,
            monthly=tuple(self.monthly),
            holidays=self.holidays,
            more_holidays=tuple(self.more),
            exceptions=tuple(self.exceptions),
            remark=next(iter(self.remarks), ""),
        )

    def _week(self, rule: Rule) -> None:
        self.week = _with(self.week, rule)

    def _season(self, rule: Rule) -> None:
        start, end = _dates(rule.parts["dates"])
        if start[0] or end[0]:
            raise NotPlainError
        key = (start[1:], end[1:])
        self.seasons[key] = _with(self.seasons.get(key, self.week), rule)

    def _monthly(self, rule: Rule) -> None:
        weekday = DAYS.index(rule.parts["nth_day"])
        self.monthly.append(MonthRule(int(rule.parts["nth"]), weekday, rule.spans))

    def _holiday(self, rule: Rule) -> None:
        if rule.parts["holiday"]:
            self.holidays = rule.spans
        elif rule.spans == self.holidays:
            text = rule.parts["more"] or rule.parts["dates"]
            self.more.append(next(key for key, value in MORE_HOLIDAYS.items() if value == text))
        else:
            raise NotPlainError

    def _exception(self, rule: Rule) -> None:
        start, end = _dates(rule.parts["dates"])
        if bool(start[0]) != bool(end[0]):
            raise NotPlainError
        try:
            first, last = (
                dt.date(year or ANY_YEAR, month, day) for year, month, day in (start, end)
            )
        except ValueError:
            raise NotPlainError from None
        self.exceptions.append(Deviation(first, last, not start[0], rule.spans))


def _with(week: Week, rule: Rule) -> Week:
    days = _weekdays(rule.parts["days"])
    return tuple(
        merged((*spans, *rule.spans) if rule.added else rule.spans) if day in days else spans
        for day, spans in enumerate(week)
    )


def _weekdays(text: str) -> set[int]:
    if not text:
        return set(range(7))
    found: set[int] = set()
    for part in text.split(","):
        first, *last = (DAYS.index(name) for name in part.split("-"))
        length = (last[0] - first) % 7 if last else 0
        found |= {(first + offset) % 7 for offset in range(length + 1)}
    return found


def _dates(text: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    first, _dash, last = text.partition("-")
    start = _date(first, (0, 0))
    return start, _date(last, start[:2]) if last else start


def _date(text: str, year_and_month: tuple[int, int]) -> tuple[int, int, int]:
    words = text.split(" ")
    day = int(words.pop())
    if not words:
        return *year_and_month, day
    month = MONTHS.index(words.pop()) + 1
    return int(words[0]) if words else 0, month, day
