"""Money in templates: amounts, and what they go to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format

from challenge.amounts import CENTS
from challenge.logbook.kinds import Kinds, covered_by, kinds_of
from challenge.models import Campaign

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """Return cents as an amount in the reader's language; whole euros without their zeros."""
    amount = Decimal(cents) / CENTS
    places = 2 if cents % CENTS else 0
    return f"€\u00a0{number_format(amount, places, force_grouping=True)}"


@register.filter
def unbroken(words: str) -> str:
    """Return a heading in which no line ends between the sign of the euro and its amount."""
    return words.replace("€ ", "€\u00a0")


@register.filter
def covered(campaign: Campaign) -> list[str]:
    """Return what a campaign's amount is for, in words."""
    return covered_by(campaign)


@register.filter
def kinds(campaign: Campaign) -> list[tuple[Any, Kinds]]:
    """Return the kinds of spending in two groups: what the amount is for, and the others."""
    return kinds_of(campaign)
