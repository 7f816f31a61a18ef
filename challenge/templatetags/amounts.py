"""Money in templates."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.formats import number_format

from challenge.amounts import CENTS

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """Return cents as an amount in the reader's language; whole euros without their zeros."""
    amount = Decimal(cents) / CENTS
    places = 2 if cents % CENTS else 0
    return f"€\u00a0{number_format(amount, places, force_grouping=True)}"
