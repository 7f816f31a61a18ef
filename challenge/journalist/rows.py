"""How much fits on a slide, and where bands are drawn on it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from challenge.index import Band
from challenge.publication.results import Index

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class BandRow:
    """A party on a slide. Positions are text, as SVG wants them.

    Attributes:
        name: of the party, short.
        place: its place.
        band: its lowest and highest place.
        n: how many members the place rests on.
        is_few: whether one or two people decide this place.
        x: where the band starts.
        width: how long it is.
        dot: where the place itself is.

    """

    name: str
    place: int
    band: Band
    n: int
    is_few: bool
    x: str
    width: str
    dot: str


def rows_of(index: Index) -> list[BandRow]:
    """Return the parties that have a place, in order of it."""
    placed = [(one, one.place, one.band) for one in index.parties if one.place and one.band]
    most = max((band[1] for _one, _place, band in placed), default=1)
    return [
        BandRow(
            name=one.short_name,
            place=place,
            band=band,
            n=one.n,
            is_few=one.rests_on_few,
            x=_percent(band[0] - 1, most),
            width=_percent(band[1] - band[0] + 1, most),
            dot=_percent(place - 0.5, most),
        )
        for one, place, band in placed
    ]


def pieces(words: str, most: int) -> list[str]:
    """Return a text in pieces that fit, broken between sentences, else between words."""
    found: list[str] = []
    for sentence in _SENTENCE.split(" ".join(words.split())):
        for part in _cut(sentence, most):
            if found and len(found[-1]) + 1 + len(part) <= most:
                found[-1] = f"{found[-1]} {part}"
            else:
                found.append(part)
    return found


def _cut(sentence: str, most: int) -> list[str]:
    """Return a sentence in pieces that fit; a word that is too long is cut."""
    found = [""]
    for word in sentence.split(" "):
        for start in range(0, len(word), most):
            part = word[start : start + most]
            if len(found[-1]) + 1 + len(part) > most:
                found.append("")
            found[-1] = f"{found[-1]} {part}".strip()
    return [part for part in found if part]


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
