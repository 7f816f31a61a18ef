"""Numbers with their unit, as the reader writes them."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

# Units that are part of how a number is written. Any other is a word beside the plot.
SIGNS = {"%": "%", "procent": "%", "percent": "%", "€": "€", "euro": "€"}
_UNBROKEN = "\u00a0"
_LEFT_TO_RIGHT = "\u200e"


def quantity_text(number: Decimal, unit: str = "") -> str:
    """Return the number, grouped by thousands, with its sign where the unit is one.

    It never breaks over two lines, and its minus stays in front in every direction.
    """
    text = {"number": number_format(format(number.normalize(), "f"), force_grouping=True)}
    sign = SIGNS.get(unit.casefold())
    if sign == "%":
        written = _("%(number)s%%") % text
    elif sign == "€":
        written = _("€ %(number)s") % text
    else:
        written = text["number"]
    mark = _LEFT_TO_RIGHT if number < 0 else ""
    return mark + written.replace(" ", _UNBROKEN)
