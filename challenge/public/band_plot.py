"""Draws where parties stand: a bar from the lowest to the highest place, a dot on the place.

Pure: numbers in, positions out. Places run from the first at the start of the line to the
last at its end; the reader's direction decides where the start is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from challenge.index import Band
from core.blocks.plotting.bars import LINE_LENGTH, TextLine
from core.blocks.plotting.shapes import Tick, across, down

_TOP, _LINE, _BAND, _GAP = 1.8, 1.35, 1.1, 0.9
# So many numbers of places fit beside each other on the narrowest phone.
_MOST_TICKS = 10


@dataclass(frozen=True)
class Ranked:
    """What is drawn of one party."""

    name: str
    place: int
    band: Band
    text: str


@dataclass(frozen=True)
class BandRow:
    """One party as it is drawn."""

    lines: list[TextLine]
    x: str
    y: str
    width: str
    middle: str
    dot: str


@dataclass(frozen=True)
class BandPlot:
    """Everything that the template draws."""

    height: str
    top: str
    edge: str
    band_height: str
    rows: list[BandRow]
    ticks: list[Tick]


def draw_bands(parties: Sequence[Ranked], *, mirrored: bool = False) -> BandPlot:
    """Return the drawing of these parties, in the order in which they are given.

    Args:
        parties: at least one.
        mirrored: whether places run from right to left.

    """
    places = max(party.band[1] for party in parties)
    y = _TOP
    rows = []
    for party in parties:
        lines = []
        for text, value in _texts(party):
            y += _LINE
            lines.append(TextLine(text, value, down(y - 0.35)))
        rows.append(_row(party, lines, y, places, mirrored=mirrored))
        y += _BAND + _GAP
    return BandPlot(
        height=down(y),
        top=down(_TOP),
        edge=across(0, mirrored=mirrored),
        band_height=down(_BAND),
        rows=rows,
        ticks=list(_ticks(places, mirrored=mirrored)),
    )


def _texts(party: Ranked) -> list[tuple[str, str]]:
    """Return the name in lines that fit, the last with the place where there is room."""
    *first, last = wrap(party.name, LINE_LENGTH) or [party.name]
    if len(last) + 1 + len(party.text) <= LINE_LENGTH:
        return [*((text, "") for text in first), (last, party.text)]
    return [*((text, "") for text in (*first, last)), ("", party.text)]


def _row(party: Ranked, lines: list[TextLine], y: float, places: int, *, mirrored: bool) -> BandRow:
    low, high = party.band
    start, end = 100 * (low - 1) / places, 100 * high / places
    return BandRow(
        lines=lines,
        x=across(end if mirrored else start, mirrored=mirrored),
        y=down(y),
        width=f"{end - start:.2f}%",
        middle=down(y + _BAND / 2),
        dot=across(_middle(party.place, places), mirrored=mirrored),
    )


def _ticks(places: int, *, mirrored: bool) -> list[Tick]:
    """Return a line for each place, and its number where numbers would not touch."""
    step = -(-places // _MOST_TICKS)
    return [
        Tick(
            text=str(place) if place == 1 or place % step == 0 else "",
            place=across(_middle(place, places), mirrored=mirrored),
        )
        for place in range(1, places + 1)
    ]


def _middle(place: int, places: int) -> float:
    return 100 * (place - 0.5) / places
