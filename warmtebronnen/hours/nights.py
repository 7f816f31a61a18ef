"""Nights belong to the day on which they begin.

The library lets a rule for a day drop what was left of the night before: with
`Fr 20:00-02:00; Sa 10:00-12:00` it closes on Friday at midnight, and with `PH off` the evening of
31 December ends at midnight. That is how OpenStreetMap's syntax is commonly read:
https://github.com/opening-hours/opening_hours.js/issues/261
https://github.com/opening-hours/opening_hours.js/issues/441
but not what a partner means who writes 'Friday from 20.00 to 2.00'. So a specification with such
a night is read as two: what each day has until midnight, and what its night has after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

DAY = 24 * 60

_QUOTED = re.compile(r'"[^"]*"')
_RANGE = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
# Times that are reckoned by the sun, have no end or are repeated have no plain night to cut.
_NOT_PLAIN = re.compile(r"sun|dawn|dusk|\d:\d{2}\s*[+/]|24/7", re.IGNORECASE)
_SHUT = re.compile(r"\b(off|closed)\b", re.IGNORECASE)
_RULES = re.compile(r";|\|\||,\s")
# In the second specification this minute stands for 'open, but not after midnight'.
LAST_MINUTE = DAY - 1
_NO_NIGHT = "23:59-24:00"


def split_nights(spec: str) -> tuple[str, str] | None:
    """Return the specification until midnight and the one of what is left after it.

    Nothing is returned for a specification without such nights, or with times that are not
    plain: the library reads those by itself.
    """
    bare = _QUOTED.sub("", spec)
    spans = [_minutes(found) for found in _RANGE.finditer(bare)]
    if _NOT_PLAIN.search(bare) or not any(_tail(*span) for span in spans):
        return None
    if not all(_RANGE.search(rule) or _SHUT.search(rule) for rule in _RULES.split(bare)):
        return None
    return _outside_quotes(spec, _until_midnight), _outside_quotes(spec, _after_midnight)


def _outside_quotes(spec: str, change: Callable[[re.Match[str]], str]) -> str:
    pieces = re.split(f"({_QUOTED.pattern})", spec)
    return "".join(
        piece if piece.startswith('"') else _RANGE.sub(change, piece) for piece in pieces
    )


def _until_midnight(found: re.Match[str]) -> str:
    start, end = _minutes(found)
    return f"{clock(start)}-24:00" if _tail(start, end) else found[0]


def _after_midnight(found: re.Match[str]) -> str:
    tail = _tail(*_minutes(found))
    return f"00:00-{clock(min(tail, LAST_MINUTE))}" if tail else _NO_NIGHT


def _minutes(found: re.Match[str]) -> tuple[int, int]:
    first, second, third, fourth = (int(number) for number in found.groups())
    start, end = first * 60 + second, third * 60 + fourth
    return start, end if end > start else end + DAY


def _tail(start: int, end: int) -> int:
    return max(end - DAY, 0)


def clock(minutes: int) -> str:
    """Return minutes since midnight as the syntax writes them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
