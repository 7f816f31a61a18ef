"""The rules of a specification that a plan can hold, one by one."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from warmtebronnen.hours.plan import (
    DAY_MINUTES,
    Span,
    Spans,
)
from warmtebronnen.hours.splitting import DATES, DAY, simple_rules
from warmtebronnen.hours.writing import MORE_HOLIDAYS

_TIMES = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"(?P<dates>{DATES}(?= |$))? ?"
    rf"(?P<more>easter -2 days)? ?"
    rf"(?P<days>{DAY}(?:[-,]{DAY})*(?![\[\w]))? ?"
    rf"(?:(?P<nth_day>{DAY})\[(?P<nth>-1|[1-5])\])? ?"
    rf"(?P<holiday>PH)? ?"
    rf"(?P<always>24/7)? ?"
    rf"(?P<times>{_TIMES}(?:,{_TIMES})*)? ?"
    rf"(?P<state>off|closed|unknown)? ?"
    rf'(?:"(?P<remark>[^"]*)")?'
)


class NotPlainError(Exception):
    """A rule says what no plan can hold."""


class Phase(enum.IntEnum):
    """What a rule is about, in the order in which a plan writes them."""

    UNKNOWN = 0
    WEEK = 1
    SEASON = 2
    MONTHLY = 3
    HOLIDAY = 4
    EXCEPTION = 5


@dataclass(frozen=True)
class Rule:
    """One rule in its parts."""

    phase: Phase
    parts: dict[str, str]
    spans: Spans
    added: bool = False


def rules_of(spec: str) -> list[Rule]:
    """Return the rules of a specification.

    Raises:
        NotPlainError: if one of them says what no plan can hold.

    """
    found: list[Rule] = []
    for text, added in simple_rules(spec):
        match = _RULE.fullmatch(text)
        if match is None:
            raise NotPlainError
        parts = {key: value or "" for key, value in match.groupdict().items()}
        before = found[-1].phase if found else Phase.UNKNOWN
        found.append(Rule(_phase(parts, before), parts, _spans(parts), added))
    return found


def _phase(parts: dict[str, str], before: Phase) -> Phase:
    kinds = [key for key in ("dates", "more", "days", "nth_day", "holiday", "always") if parts[key]]
    if parts["state"] == "unknown":
        if kinds or parts["times"]:
            raise NotPlainError
        return Phase.UNKNOWN
    if kinds == ["dates"] and before is Phase.HOLIDAY and parts["dates"] in MORE_HOLIDAYS.values():
        return Phase.HOLIDAY
    phases = {
        (): Phase.WEEK,
        ("days",): Phase.WEEK,
        ("always",): Phase.WEEK,
        ("dates", "days"): Phase.SEASON,
        ("nth_day",): Phase.MONTHLY,
        ("holiday",): Phase.HOLIDAY,
        ("more",): Phase.HOLIDAY,
        ("dates",): Phase.EXCEPTION,
    }
    if tuple(kinds) not in phases:
        raise NotPlainError
    return phases[tuple(kinds)]


def _spans(parts: dict[str, str]) -> Spans:
    if parts["state"]:
        if parts["times"] or (parts["remark"] and parts["state"] != "unknown"):
            raise NotPlainError
        return ()
    if not parts["times"]:
        return (Span(0, DAY_MINUTES),)
    return merged(_span(text) for text in parts["times"].split(","))


def merged(spans: Iterable[Span]) -> Spans:
    """Return hours in order; those that overlap are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _span(text: str) -> Span:
    first, second = (
        int(hours) * 60 + int(minutes)
        for hours, minutes in (time.split(":") for time in text.split("-"))
    )
    return Span(first, second if second > first else second + DAY_MINUTES)
