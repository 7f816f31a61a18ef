"""Links between the pages of a campaign, and numbers as readers see them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import template
from django.template.context import Context
from django.utils.formats import number_format

register = template.Library()


@register.simple_tag(takes_context=True)
def part_url(context: Context, place: str, slug: str = "") -> str:
    """Return where one of the campaign's pages is: `{% part_url "index/" party.slug %}`."""
    page: Any = context["page"]
    return f"{page.get_url() or '/'}{place}{slug}{'/' if slug else ''}"


@register.filter
def percentage(score: Fraction) -> str:
    """Return an exact score as a percentage with at most one decimal, in the reader's language."""
    tenths = round(1000 * score)
    return f"{number_format(tenths / 10, 1 if tenths % 10 else 0)}%"
