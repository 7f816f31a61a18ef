"""Tables from XLSX files: a zip of XML, each of which can be made to swallow a server."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.enumerating import listed
from core.importing.tables import (
    FORMULA,
    MAX_COLUMNS,
    MAX_LINES,
    Fault,
    FileRefusedError,
    Raw,
)
from core.opendata.tables import plain_text

ZIP = b"PK\x03\x04"
# Excel's files of before 2007, and of today with a password.
OLD = b"\xd0\xcf\x11\xe0"
# Unpacked: twenty times what a table with as many rows as we read takes.
MAX_UNPACKED = 20_000_000
MAX_PARTS = 200

# By openpyxl's types of cells.
_REFUSED = {
    "f": FORMULA,
    "e": gettext_lazy("There is an error here. Put the value itself."),
    "d": gettext_lazy("This is a date. Make the cell text, and type it again."),
}


def rows_of_xlsx(content: bytes, *, takes_dates: bool) -> Iterator[Raw]:
    """Yield the rows of the first sheet.

    Args:
        content: the file.
        takes_dates: whether a cell may hold a date; it is read as ISO writes it.

    Raises:
        FileRefusedError: it is broken, too large once unpacked, or not a plain table.

    """
    _refuse_bombs(content)
    try:
        book = load_workbook(io.BytesIO(content), keep_links=False)
        sheet = book.worksheets[0]
    except Exception as error:
        # Its reader fails in as many ways as a file can be broken.
        raise FileRefusedError(_("This is no spreadsheet that can be read.")) from error
    # Rows without cells at the end count too, and would each be made here.
    if sheet.max_column > MAX_COLUMNS or sheet.max_row > MAX_LINES + 1:
        raise FileRefusedError(
            _("This sheet is larger than %(rows)s rows and %(columns)s columns.")
            % {"rows": MAX_LINES, "columns": MAX_COLUMNS}
        )
    if sheet.merged_cells.ranges:
        merged = listed(sorted(str(one) for one in sheet.merged_cells.ranges)[:3])
        raise FileRefusedError(
            _("Some cells are merged: %(cells)s. Split them first.") % {"cells": merged}
        )
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [_cell(cell, takes_dates=takes_dates) for cell in cells]


def _refuse_bombs(content: bytes) -> None:
    """Refuse a small file that unpacks to a large one. No part gives more than it says here."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise FileRefusedError(_("This is no spreadsheet that can be read.")) from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileRefusedError(_("This file is far larger inside than it looks. It is not read."))


def _cell(cell: Any, *, takes_dates: bool) -> str | Fault:
    """Return what is in a cell as text, or what is wrong with it."""
    if takes_dates and isinstance(cell.value, dt.date):
        return cell.value.strftime("%Y-%m-%d")
    if reason := _REFUSED.get(cell.data_type):
        return Fault("", reason)
    value = cell.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else plain_text(str(value))
