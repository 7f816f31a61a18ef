"""Draws the plot of a fact that is compared with another."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from django import template
from django.utils.translation import get_language_bidi

from core.blocks.plotting.bars import BarPlot, draw_bars
from core.blocks.plotting.quantities import quantity_text
from core.blocks.plotting.shapes import Point, Series

register = template.Library()


@register.simple_tag
def comparison_bars(fact: Any) -> BarPlot | None:
    """Return the two bars of a fact and what it is compared with, if it is."""
    if fact.comparison_value is None:
        return None
    points = [
        Point(fact.where, Decimal(str(fact.value)), fact.value_text),
        Point(fact.comparison_where, Decimal(str(fact.comparison_value)), fact.comparison_text),
    ]
    as_text = partial(quantity_text, unit=fact.unit)
    return draw_bars([Series("", points)], as_text, mirrored=get_language_bidi())
