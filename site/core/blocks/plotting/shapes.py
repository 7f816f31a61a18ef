"""What plots are made of. Across it goes in percents, down in em.

An SVG drawn so needs no fixed size: it is as wide as its column while its text keeps
the reader's own size, on a phone of 320 px and at 200 % alike. Positions are text,
because a template would write numbers with the reader's decimal sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


def across(percent: float, *, mirrored: bool) -> str:
    """Return a place on the horizontal axis; `mirrored` counts from the right."""
    return f"{100 - percent if mirrored else percent:.2f}%"


def down(ems: float) -> str:
    """Return a place or a size on the vertical axis."""
    return f"{ems:.2f}em"


@dataclass(frozen=True)
class Point:
    """One number: what it is of, and how it reads."""

    label: str
    value: Decimal
    text: str


@dataclass(frozen=True)
class Series:
    """The numbers that belong together; a name tells several series apart."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Tick:
    """A line across the plot with the number that it stands for."""

    text: str
    place: str
    anchor: str = "middle"
    is_zero: bool = False
