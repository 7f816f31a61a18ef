"""Numbers with their unit, as the reader writes them."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

# Units that are part of how a number is written. Any other is a word beside the plot.
SIGNS = {"%": "%", "procent": "%", "percent": "%", "€": "€", "euro": "€"}


def quantity_text(number: Decimal, unit: str = "") -> str:
    """Return the number, grouped by thousands, with its sign where the unit is one."""
    plain = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    text = {"number": number_format(format(plain.normalize(), "f"), force_grouping=True)}
    sign = SIGNS.get(unit.casefold())
    if sign == "%":
        return _("%(number)s%%") % text
    if sign == "€":
        return _("€ %(number)s") % text
    return text["number"]
