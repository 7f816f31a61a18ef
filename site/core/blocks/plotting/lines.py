"""Lines through points, for what changes in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from core.blocks.plotting.scale import Scale, nice_scale
from core.blocks.plotting.shapes import Series, Tick, across, down

_TOP, _HEIGHT, _AXIS = 0.8, 13.0, 2.0
# How many characters fit beside each other under the plot, on the narrowest phone.
_ROOM = 26
# A line that stays this close to its top may leave zero out: its changes would not show.
_FLAT = Decimal("0.5")


@dataclass(frozen=True)
class Segment:
    """A straight line between two neighbours."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Marker:
    """The place of one number."""

    x: str
    y: str


@dataclass(frozen=True)
class Line:
    """One series. `tone` numbers it, for its colour, its dashes and the shape of its markers."""

    name: str
    tone: int
    segments: list[Segment]
    markers: list[Marker]


@dataclass(frozen=True)
class LinePlot:
    """Everything that the template draws."""

    kind: str
    height: str
    floor: str
    edge: str
    nudge: str
    lines: list[Line]
    ticks: list[Tick]
    labels: list[Tick]


def draw_lines(
    series: Sequence[Series], as_text: Callable[[Decimal], str], *, mirrored: bool = False
) -> LinePlot:
    """Return the lines of one or more series; all have the same points, two at least.

    Args:
        series: the numbers, in order of time.
        as_text: how a number on the axis reads.
        mirrored: whether time runs from right to left.

    """
    numbers = [point.value for one in series for point in one.points]
    low, high = min(numbers), max(numbers)
    starts_at_zero = low >= 0 and low < high * _FLAT
    scale = nice_scale([*numbers, Decimal(0)] if starts_at_zero else numbers)
    labels = [point.label for point in series[0].points]
    places = [
        across(100 * position / (len(labels) - 1), mirrored=mirrored)
        for position in range(len(labels))
    ]
    return LinePlot(
        kind="lines",
        height=down(_TOP + _HEIGHT + _AXIS),
        floor=down(_TOP + _HEIGHT),
        edge=across(0, mirrored=mirrored),
        nudge="0.6em" if mirrored else "-0.6em",
        lines=[_line(one, tone, places, scale) for tone, one in enumerate(series, start=1)],
        ticks=[
            Tick(as_text(tick), _height(scale, tick), is_zero=tick == 0) for tick in scale.ticks
        ],
        labels=_labels(labels, places),
    )


def _height(scale: Scale, number: Decimal) -> str:
    return down(_TOP + _HEIGHT * (1 - scale.position(number) / 100))


def _line(series: Series, tone: int, places: Sequence[str], scale: Scale) -> Line:
    markers = [
        Marker(place, _height(scale, point.value))
        for place, point in zip(places, series.points, strict=True)
    ]
    segments = [Segment(one.x, one.y, other.x, other.y) for one, other in pairwise(markers)]
    return Line(series.name, tone, segments, markers)


def _labels(labels: Sequence[str], places: Sequence[str]) -> list[Tick]:
    """Return the words under the plot: all where they fit, else every second, third ..."""
    longest = max(len(label) for label in labels)
    every = max(1, -(-len(labels) * (longest + 2) // _ROOM))
    last = len(labels) - 1
    # The last one is always there; one that stands too close to it is not.
    shown = {position for position in range(0, len(labels), every) if last - position >= every}
    return [
        Tick(label, place)
        for position, (label, place) in enumerate(zip(labels, places, strict=True))
        if position in shown | {last}
    ]
