"""Bars that lie: a label of any length fits above its bar, also on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.blocks.plotting.scale import Scale, nice_scale
from core.blocks.plotting.shapes import Series, Tick, across, down

# What fits beside each other on the narrowest phone, in characters.
LINE_LENGTH = 28
_LINE, _BAR, _GAP, _AXIS = 1.35, 1.1, 0.9, 1.8


@dataclass(frozen=True)
class TextLine:
    """A line of text above a bar: a label, the number in bold, or both."""

    label: str
    value: str
    y: str


@dataclass(frozen=True)
class Bar:
    """One bar with its text. `tone` numbers the series, for its colour and pattern."""

    lines: list[TextLine]
    x: str
    y: str
    width: str
    height: str
    tone: int


@dataclass(frozen=True)
class BarPlot:
    """Everything that the template draws."""

    kind: str
    height: str
    floor: str
    edge: str
    groups: list[TextLine]
    bars: list[Bar]
    ticks: list[Tick]


def draw_bars(
    series: Sequence[Series], as_text: Callable[[Decimal], str], *, mirrored: bool = False
) -> BarPlot:
    """Return the bars of one or more series, point by point, from a common zero.

    Args:
        series: the numbers; all series have the same points.
        as_text: how a number on the axis reads.
        mirrored: whether the bars grow from right to left.

    """
    scale = nice_scale([Decimal(0), *(point.value for one in series for point in one.points)])
    several = len(series) > 1
    groups: list[TextLine] = []
    bars: list[Bar] = []
    y = 0.0
    for position, first in enumerate(series[0].points):
        if several:
            y = _label_lines(first.label, "", y, groups)
        for tone, one in enumerate(series, start=1):
            point = one.points[position]
            lines: list[TextLine] = []
            y = _label_lines(one.name if several else point.label, point.text, y, lines)
            bars.append(_bar(scale, point.value, y, tone, lines, mirrored=mirrored))
            y += _BAR + (_GAP / 2 if several else _GAP)
        y += _GAP if several else 0
    return BarPlot(
        kind="bars",
        height=down(y + _AXIS),
        floor=down(y),
        edge=across(0, mirrored=mirrored),
        groups=groups,
        bars=bars,
        ticks=_ticks(scale, as_text, mirrored=mirrored),
    )


def _label_lines(label: str, value: str, y: float, lines: list[TextLine]) -> float:
    """Add the text above a bar, broken into lines; return where it ends."""
    rows = [(text, "") for text in wrap(label, LINE_LENGTH)]
    if value and rows and len(rows[-1][0]) + 1 + len(value) <= LINE_LENGTH:
        rows[-1] = (rows[-1][0], value)
    elif value:
        rows.append(("", value))
    for text, number in rows:
        y += _LINE
        lines.append(TextLine(text, number, down(y - 0.35)))
    return y


def _bar(
    scale: Scale, value: Decimal, y: float, tone: int, lines: list[TextLine], *, mirrored: bool
) -> Bar:
    start, end = sorted((scale.position(0), scale.position(value)))
    return Bar(
        lines=lines,
        x=across(end if mirrored else start, mirrored=mirrored),
        y=down(y),
        width=f"{end - start:.2f}%",
        height=down(_BAR),
        tone=tone,
    )


def _ticks(scale: Scale, as_text: Callable[[Decimal], str], *, mirrored: bool) -> list[Tick]:
    """Return the lines across; the numbers of some are left out where they would touch."""
    texts = [as_text(tick) for tick in scale.ticks]
    fits = sum(len(text) + 2 for text in texts) <= LINE_LENGTH
    last = len(texts) - 1
    anchors = {0: "start", last: "end"}
    return [
        Tick(
            text=text if fits or position in (0, last) else "",
            place=across(scale.position(tick), mirrored=mirrored),
            anchor=anchors.get(position, "middle"),
            is_zero=tick == 0,
        )
        for position, (tick, text) in enumerate(zip(scale.ticks, texts, strict=True))
    ]
