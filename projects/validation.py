"""The rules that a fact must keep, apart from the database so that they read as a list."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.amounts import Unit

if TYPE_CHECKING:
    from projects.models import Fact

HUNDRED = 100
# Debts and shortages can be below zero; a share or a count cannot.
MAY_BE_NEGATIVE = {Unit.EURO, Unit.NUMBER}


def check_fact(fact: Fact) -> None:
    """Refuse figures that contradict themselves.

    A draft may lack fields, so each rule looks only at what is there.

    Raises:
        ValidationError: with a message for each field that is wrong.

    """
    errors: dict[str, Promise] = {}
    for field in ("value", "comparison_value"):
        if message := _amount_error(getattr(fact, field), fact.unit):
            errors[field] = message
    if fact.comparison_value is not None and not fact.comparison_where:
        errors["comparison_where"] = _("Say where or about whom the figure to compare with is.")
    if fact.comparison_where and fact.comparison_value is None:
        errors["comparison_value"] = _("Give the figure to compare with, or empty the other field.")
    if fact.year and fact.review_by and fact.review_by.year < fact.year:
        errors["review_by"] = _("The review date is before the year of the figure.")
    if errors:
        raise ValidationError(errors)


def _amount_error(value: Decimal | None, unit: str) -> Promise | None:
    """Return what is wrong with an amount in this unit, if anything."""
    if value is None or not unit:
        return None
    if unit == Unit.PERCENT and not 0 <= value <= HUNDRED:
        return _("A percentage is between 0 and 100.")
    if unit not in MAY_BE_NEGATIVE and value < 0:
        return _("This number cannot be below zero.")
    return None
