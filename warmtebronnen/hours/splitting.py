"""A specification in simple rules: each about one thing, written out.

`Su,PH 12:00-18:00` is one rule about Sundays and one about holidays; `Sa[1,3]` is about two
Saturdays; `May-Sep` runs from the first day to the last.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from warmtebronnen.hours.plan import ANY_YEAR
from warmtebronnen.hours.writing import DAYS, MONTHS

DAY = f"(?:{'|'.join(DAYS)})"
MONTH = f"(?:{'|'.join(MONTHS)})"
DATE = rf"(?:\d{{4}} )?{MONTH} \d{{1,2}}"
DATES = rf"{DATE}(?:-(?:{DATE}|\d{{1,2}}))?"
NTH = rf"{DAY}\[[-,\d]+\]"

_UNQUOTED = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'
_RULES = re.compile(f";{_UNQUOTED}")
_ADDED = re.compile(rf",\s+(?={DAY}\b){_UNQUOTED}")
_WHOLE_MONTHS = re.compile(rf"^({MONTH})(?:-({MONTH}))?(?= (?!\d{{1,2}}(?![\d:])))")
_WITH_HOLIDAYS = re.compile(rf"({DAY}(?:[-,]{DAY})*),PH(?=\s|$)|PH,({DAY}(?:[-,]{DAY})*)(?=\s|$)")
_LIST = re.compile(rf"({DATES}(?:,{DATES})+|{NTH}(?:,{NTH})*)(?=\s|$)")
_DAY_NUMBERS = re.compile(rf"({DAY})\[([-,\d]+)\]")


def simple_rules(spec: str) -> Iterator[tuple[str, bool]]:
    """Yield each rule, and whether it adds to those before it instead of replacing them."""
    for part in _RULES.split(spec):
        for number, text in enumerate(_ADDED.split(part)):
            for one in _one_by_one(_WHOLE_MONTHS.sub(_with_days, text.strip())):
                yield one, number > 0


def _one_by_one(text: str) -> list[str]:
    both = _WITH_HOLIDAYS.match(text)
    if both:
        rest = text[both.end() :]
        return [f"{both[1] or both[2]}{rest}", f"PH{rest}"]
    several = _LIST.match(text)
    if several:
        rest = text[several.end() :]
        days = _DAY_NUMBERS.sub(_each_number, several[1])
        return [f"{one}{rest}" for one in days.split(",")]
    return [text]


def _each_number(found: re.Match[str]) -> str:
    return ",".join(f"{found[1]}[{number}]" for number in found[2].split(","))


def _with_days(found: re.Match[str]) -> str:
    first, last = found[1], found[2] or found[1]
    _weekday, days = calendar.monthrange(ANY_YEAR, MONTHS.index(last) + 1)
    return f"{first} 01-{last} {days}"
