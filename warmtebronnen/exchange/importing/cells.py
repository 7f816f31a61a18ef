"""What the text of a cell means, column by column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from core.enumerating import listed
from core.importing.cells import CellError, clean_text
from core.importing.tables import Fault
from warmtebronnen.exchange.rows import LISTS
from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance, Need

CODES: dict[str, tuple[str, ...]] = {
    "needs": tuple(Need.values),
    "how_to_come": tuple(Entrance.values),
    "spoken": tuple(SPOKEN),
    "access": tuple(Access.values),
}
YES = frozenset({"true", "ja", "yes", "waar", "1", "x"})
NO = frozenset({"false", "nee", "no", "onwaar", "0", ""})
FIVE_DECIMALS = Decimal("0.00001")
_BETWEEN_CODES = re.compile(r"[;,|\s]+")


def meanings(cells: dict[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    """Return the value of each cell by column, and what is wrong with the others."""
    values: dict[str, Any] = {}
    faults = []
    for column, text in cells.items():
        try:
            values[column] = _meaning(column, clean_text(text))
        except CellError as error:
            faults.append(Fault(column, str(error)))
    return values, faults


def _meaning(column: str, text: str) -> Any:
    if column in LISTS:
        return _codes(text, CODES[column])
    read = _READ.get(column)
    return read(text) if read else text


def _codes(text: str, known: tuple[str, ...]) -> list[str]:
    """Return codes in the order in which a place keeps them."""
    given = set(filter(None, _BETWEEN_CODES.split(text.lower())))
    _refuse_unknown(sorted(given - set(known)), known)
    return [code for code in known if code in given]


def _cost(text: str) -> str:
    code = text.lower()
    if code:
        _refuse_unknown([code] if code not in Cost.values else [], Cost.values)
    return code


def _refuse_unknown(unknown: Iterable[str], known: Iterable[str]) -> None:
    for code in unknown:
        raise CellError(
            _("‘%(code)s’ is no code. The codes are: %(known)s.")
            % {"code": code[:40], "known": listed(known)}
        )


def _truth(text: str) -> bool:
    word = text.lower()
    if word not in YES | NO:
        raise CellError(_("Write true or false."))
    return word in YES


def _degrees(text: str) -> Decimal | None:
    """Return degrees to the metre; a Dutch spreadsheet writes a comma."""
    if not text:
        return None
    try:
        degrees = Decimal(text.replace(",", "."))
        return degrees.quantize(FIVE_DECIMALS)
    except InvalidOperation:
        raise CellError(_("Write a number such as 51.91350.")) from None


def _phone(text: str) -> str:
    """Return a number; one that a spreadsheet took for a sum has lost its first zero."""
    if text.isdecimal() and not text.startswith("0"):
        raise CellError(_("The first zero is missing. Make the cell text, and type it again."))
    return text


_READ: dict[str, Callable[[str], Any]] = {
    "costs": _cost,
    "is_confidential": _truth,
    "is_example": _truth,
    "latitude": _degrees,
    "longitude": _degrees,
    "phone": _phone,
    "whatsapp": _phone,
}
