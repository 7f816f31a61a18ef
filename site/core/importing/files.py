"""From a file that somebody gives to the lines of a table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.importing.csv_files import rows_of_csv
from core.importing.tables import FileRefusedError, Line, Shape, refuse_if_too_large, table_of
from core.importing.xlsx_files import OLD, ZIP, rows_of_xlsx


def read_table(content: bytes, shape: Shape) -> list[Line]:
    """Return the lines of a CSV or XLSX file, known by what is in it and not by its name.

    Raises:
        FileRefusedError: it is no such table; it says what to do.

    """
    refuse_if_too_large(len(content))
    if not content.strip():
        raise FileRefusedError(_("This file is empty."))
    if content.startswith(OLD):
        raise FileRefusedError(_("Save this file as XLSX, without a password, or as CSV."))
    if content.startswith(ZIP):
        return table_of(rows_of_xlsx(content, takes_dates=shape.takes_dates), shape)
    return table_of(rows_of_csv(content), shape)
