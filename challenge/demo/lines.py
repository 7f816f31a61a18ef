"""Reads the lines in which the demo's files say who did what: `4 food 6,75 public: Soep.`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import TextChoices

from challenge.amounts import AmountError, parse
from challenge.vocabulary import Audience, Channel, Choice, Result, Spending
from core.demo.faults import Place

_LINE = re.compile(r"(?P<codes>\d+(?: [\w,-]+)*)(?:: (?P<words>.+))?", re.DOTALL)
# Of words alone, `-` stands where else the kind and the amount do.
_ENTRY = re.compile(
    r"(?P<day>[1-7]) (?:-|(?P<spending>[\w-]+) (?P<amount>[\d,]+)) (?P<audience>\w+)"
    r"(?:: (?P<words>.+))?"
)


@dataclass(frozen=True)
class Line:
    """One thing that somebody did.

    Attributes:
        day: on which day.
        codes: what, in codes.
        words: in words.
        place: where it stands in the file.

    """

    day: int
    codes: tuple[str, ...]
    words: str
    place: Place


@dataclass(frozen=True)
class EntryLine:
    """An entry of a logbook."""

    day: int
    spending: str
    cents: int
    audience: str
    words: str


def read(text: str, place: Place, *kinds: type[TextChoices]) -> Line:
    """Return a line.

    Args:
        text: the line.
        place: where it stands.
        *kinds: of which choices its codes are, one after another.

    Raises:
        DemoContentError: it says something else.

    """
    found = _LINE.fullmatch(text)
    if found is None:
        place.refuse(f"cannot be read: {text!r}")
    day, *codes = found["codes"].split()
    if len(codes) != len(kinds):
        place.refuse(f"should have {len(kinds)} codes after the day: {text!r}")
    for code, kind in zip(codes, kinds, strict=True):
        known(code, kind, place)
    return Line(int(day), tuple(codes), found["words"] or "", place)


def answer(text: str, place: Place) -> Line:
    """Return an answer: its day, which it is and who may read its words."""
    return read(text, place, Choice, Audience)


def contact(text: str, place: Place) -> Line:
    """Return an attempt to reach somebody: its day, how, and what came of it."""
    return read(text, place, Channel, Result)


def entry(text: str, place: Place) -> EntryLine:
    """Return an entry: its day, what the money went to and how much, or `-`, and who may read it.

    Raises:
        DemoContentError: it says something else.

    """
    found = _ENTRY.fullmatch(text)
    if found is None:
        place.refuse(f"cannot be read: {text!r}")
    spending, audience = found["spending"] or "", found["audience"]
    known(audience, Audience, place)
    if spending:
        known(spending, Spending, place)
    try:
        cents = parse(found["amount"]) if found["amount"] else 0
    except AmountError as error:
        place.refuse(error.message)
    return EntryLine(int(found["day"]), spending, cents, audience, found["words"] or "")


def known(code: str, kind: type[TextChoices], place: Place) -> None:
    """Refuse a code that is no choice of this kind.

    Raises:
        DemoContentError: it is none.

    """
    if code not in kind.values:
        place.refuse(f"{code!r} should be one of {', '.join(kind.values)}")
