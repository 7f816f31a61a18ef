"""What the text of a cell means, column by column. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.importing.cells import CellError, clean_text
from core.importing.tables import Fault, Shape

PERSON = ("name", "sort_name", "email", "phone", "portfolio")
TIME = ("party", "party_short_name", "from", "until")
MEMBERS = Shape(columns=PERSON + TIME, naming=("name", "email"), takes_dates=True)

_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def meanings(cells: dict[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    """Return the value of each cell by column, and what is wrong with the others."""
    values: dict[str, Any] = {}
    faults = []
    for column, text in cells.items():
        try:
            plain = " ".join(clean_text(text).split())
            values[column] = _READ[column](plain) if column in _READ and plain else plain
        except CellError as error:
            faults.append(Fault(column, str(error)))
    return values, faults


def _email(text: str) -> str:
    """Return an address. What is wrong with it is told without it: it is nobody else's to read."""
    try:
        validate_email(text)
    except ValidationError:
        raise CellError(_("This is no e-mail address.")) from None
    return text


def _phone(text: str) -> str:
    """Return a number; one that a spreadsheet took for a sum has lost its first zero."""
    if text.isdecimal() and not text.startswith("0"):
        raise CellError(_("The first zero is missing. Make the cell text, and type it again."))
    return text


def _date(text: str) -> dt.date:
    """Return a day, as ISO or as Dutch people write it."""
    found = _DUTCH.fullmatch(text)
    try:
        if found:
            day, month, year = map(int, found.groups())
            return dt.date(year, month, day)
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CellError(_("Write a date such as 2026-03-30 or 30-3-2026.")) from None


_READ: dict[str, Callable[[str], Any]] = {
    "email": _email,
    "phone": _phone,
    "from": _date,
    "until": _date,
}
