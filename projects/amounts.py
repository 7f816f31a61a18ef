"""Amounts in words: a number, its unit, and how sure the source is of it. No database."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

MILLION = Decimal(1_000_000)
BILLION = Decimal(1_000_000_000)


class Unit(models.TextChoices):
    """What a number counts."""

    PERCENT = "percent", _("percent")
    PEOPLE = "people", _("people")
    HOUSEHOLDS = "households", _("households")
    ORGANISATIONS = "organisations", _("organisations")
    VACANCIES = "vacancies", _("vacancies")
    EURO = "euro", _("euro")
    NUMBER = "number", _("number")


class Precision(models.TextChoices):
    """How sure the source is of its number."""

    EXACT = "exact", pgettext_lazy("precision of a number", "exactly")
    ABOUT = "about", pgettext_lazy("precision of a number", "about")
    OVER = "over", pgettext_lazy("precision of a number", "more than")
    NEARLY = "nearly", pgettext_lazy("precision of a number", "nearly")


def number_text(value: Decimal) -> str:
    """Return the number as the reader's language writes it, without empty decimals."""
    if abs(value) >= BILLION:
        return gettext("%(number)s billion") % {"number": _plain(value / BILLION)}
    if abs(value) >= MILLION:
        return gettext("%(number)s million") % {"number": _plain(value / MILLION)}
    return _plain(value)


def _plain(value: Decimal) -> str:
    """Return at most two decimals, grouped by thousands, in the reader's own signs."""
    rounded = round(value, 2)
    whole = rounded == rounded.to_integral_value()
    return number_format(
        rounded.to_integral_value() if whole else rounded.normalize(), force_grouping=True
    )


def exact_text(value: Decimal, unit: str) -> str:
    """Return the number with its unit."""
    values = {"number": number_text(value)}
    # The form of the noun follows the number, in languages with more forms than two as well.
    count = int(value)
    texts = {
        Unit.PERCENT: lambda: gettext("%(number)s%%") % values,
        Unit.EURO: lambda: gettext("€ %(number)s") % values,
        Unit.PEOPLE: lambda: ngettext("%(number)s person", "%(number)s people", count) % values,
        Unit.HOUSEHOLDS: lambda: (
            ngettext("%(number)s household", "%(number)s households", count) % values
        ),
        Unit.ORGANISATIONS: lambda: (
            ngettext("%(number)s organisation", "%(number)s organisations", count) % values
        ),
        Unit.VACANCIES: lambda: (
            ngettext("%(number)s vacancy", "%(number)s vacancies", count) % values
        ),
    }
    return texts[Unit(unit)]() if unit in texts else values["number"]


def amount_text(value: Decimal, unit: str, precision: str = Precision.EXACT) -> str:
    """Return the number with its unit, and 'about', 'more than' or 'nearly' where it is so."""
    amount = {"amount": exact_text(value, unit)}
    match precision:
        case Precision.ABOUT:
            return gettext("about %(amount)s") % amount
        case Precision.OVER:
            return gettext("more than %(amount)s") % amount
        case Precision.NEARLY:
            return gettext("nearly %(amount)s") % amount
        case _:
            return amount["amount"]
