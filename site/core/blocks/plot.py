"""Bars and lines, drawn on the server, with their numbers as a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from wagtail import blocks

from core.blocks.base import NUMBER_GROUP, BlockValue, FieldsBlock
from core.blocks.plotting.bars import BarPlot, draw_bars
from core.blocks.plotting.lines import LinePlot, draw_lines
from core.blocks.plotting.quantities import SIGNS, quantity_text
from core.blocks.plotting.shapes import Point, Series
from core.enumerating import listed

FEWEST_POINTS = 2


class NumberBlock(blocks.DecimalBlock):
    """A number exactly as it was written: 7.9 stays 7.9."""

    def to_python(self, value: Any) -> Decimal | None:
        """Read a stored number by its digits."""
        return None if value is None else Decimal(str(value))

    def normalize(self, value: Any) -> Decimal | None:
        """Read a number given in code by its digits."""
        return self.to_python(value)


class PointBlock(FieldsBlock):
    """One number."""

    label = blocks.CharBlock(
        max_length=60,
        label=gettext_lazy("What or when"),
        help_text=gettext_lazy("For example: Rotterdam, or 2019."),
    )
    value = NumberBlock(max_digits=15, decimal_places=4, label=gettext_lazy("Number"))

    class Meta:
        """A point is named by what it is of when it is folded."""

        label_format = "{label}: {value}"


class SeriesBlock(FieldsBlock):
    """Numbers that belong together."""

    name = blocks.CharBlock(
        required=False,
        max_length=60,
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Only with two or more series, for example: Rotterdam."),
    )
    points = blocks.ListBlock(
        PointBlock(), min_num=FEWEST_POINTS, max_num=24, label=gettext_lazy("Numbers")
    )

    class Meta:
        """A series is named by its name when it is folded."""

        label_format = "{name}"


class PlotValue(BlockValue):
    """The numbers of a plot, drawn and as a table."""

    @cached_property
    def drawing(self) -> BarPlot | LinePlot:
        """Return what the template draws, in the reader's language and direction."""
        draw = draw_lines if self["kind"] == "lines" else draw_bars
        as_text = partial(quantity_text, unit=self["unit"])
        return draw(self.series, as_text, mirrored=get_language_bidi())

    @cached_property
    def series(self) -> list[Series]:
        """Return the numbers with their texts."""
        return [
            Series(
                one["name"],
                [
                    Point(
                        point["label"],
                        point["value"],
                        quantity_text(point["value"], self["unit"]),
                    )
                    for point in one["points"]
                ],
            )
            for one in self["series"]
        ]

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """Return the table: each label with its number in every series."""
        labels = [point.label for point in self.series[0].points]
        columns = [[point.text for point in one.points] for one in self.series]
        return [(label, list(texts)) for label, *texts in zip(labels, *columns, strict=True)]

    @property
    def unit_word(self) -> str:
        """Return the unit where it is a word, not a sign that stands with each number."""
        return "" if self["unit"].casefold() in SIGNS else self["unit"]

    @property
    def summary(self) -> str:
        """Return the plot in words: the editor's own, or its first and last numbers."""
        if self["description"]:
            return self["description"]
        parts = []
        for one in self.series:
            name = f"{one.name}: " if one.name else ""
            ends = [one.points[0], one.points[-1]]
            parts.append(name + listed(f"{point.label} {point.text}" for point in ends))
        return listed(parts, longer=True)

    @property
    def is_shown(self) -> bool:
        """Return whether there are numbers enough to draw."""
        return bool(self["series"]) and all(
            len(one["points"]) >= FEWEST_POINTS for one in self["series"]
        )


class PlotBlock(FieldsBlock):
    """One to four series of numbers."""

    title = blocks.CharBlock(
        max_length=140,
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("Say what the plot shows: 'Poverty in Rotterdam is falling'."),
    )
    kind = blocks.ChoiceBlock(
        choices=[("bars", gettext_lazy("Bars")), ("lines", gettext_lazy("Lines"))],
        default="bars",
        label=gettext_lazy("Form"),
        help_text=gettext_lazy("Bars compare. Lines show how something changes in time."),
    )
    unit = blocks.CharBlock(
        required=False,
        max_length=30,
        label=gettext_lazy("Unit"),
        help_text=gettext_lazy("What the numbers count: %, € or a word such as households."),
    )
    series = blocks.ListBlock(
        SeriesBlock(), min_num=1, max_num=4, label=gettext_lazy("Series of numbers")
    )
    source = blocks.CharBlock(
        required=False,
        max_length=200,
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Who counted this, and when: CBS, 2018."),
    )
    description = blocks.TextBlock(
        required=False,
        max_length=500,
        rows=2,
        label=gettext_lazy("The plot in words"),
        help_text=gettext_lazy("For who cannot see it. What is the main thing it shows?"),
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Refuse series that cannot be drawn beside each other."""
        series = list(value.get("series") or [])
        message = _series_problem(series)
        return (
            {"series": blocks.ListBlockValidationError(non_block_errors=[message])}
            if message
            else {}
        )

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "order"
        label = gettext_lazy("Plot")
        label_format = "{title}"
        description = gettext_lazy("Numbers as bars or lines")
        template = "core/blocks/plot.html"
        value_class = PlotValue
        preview_value = {
            "title": "Meer Rotterdammers aan tafel",
            "kind": "lines",
            "unit": "gasten",
            "series": [
                {
                    "name": "Noord",
                    "points": [
                        {"label": "2017", "value": 120},
                        {"label": "2018", "value": 180},
                        {"label": "2019", "value": 260},
                    ],
                },
                {
                    "name": "Zuid",
                    "points": [
                        {"label": "2017", "value": 90},
                        {"label": "2018", "value": 210},
                        {"label": "2019", "value": 340},
                    ],
                },
            ],
            "source": "Voorbeeld, 2019",
            "description": "In Noord en in Zuid komen er elk jaar meer gasten.",
        }


def _series_problem(series: list[Mapping[str, Any]]) -> str:
    """Return why these series cannot be drawn together, or nothing where they can."""
    if not series:
        return _("Add the numbers.")
    labels = [[point["label"] for point in one["points"]] for one in series]
    if any(len(one) != len(labels[0]) for one in labels):
        return _("Every series needs the same number of points.")
    if any(one != labels[0] for one in labels):
        return _("Every series needs the same labels in the same order.")
    if len(series) > 1 and not all(one["name"] for one in series):
        return _("Give each series a name, so that readers can tell them apart.")
    if any(not _is_finite(point["value"]) for one in series for point in one["points"]):
        return _("Enter ordinary numbers only.")
    return ""


def _is_finite(value: Decimal | None) -> bool:
    return value is None or value.is_finite()
