"""Tables from CSV files, as programs and spreadsheets of several countries write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.importing.tables import FORMULA, Fault, FileRefusedError, Raw
from core.opendata.tables import plain_text

# What may stand between cells; a spreadsheet set to Dutch writes semicolons.
DELIMITERS = (",", ";", "\t")
SURE_FORMULA = "="
# Python's own limit for a cell is one for the whole process, which any library may lift.
MOST_LETTERS = 100_000


def rows_of_csv(content: bytes) -> Iterator[Raw]:
    """Yield the rows with the number of the line on which each begins.

    Raises:
        FileRefusedError: it is no UTF-8, or no CSV.

    """
    text = _decoded(content)
    heading = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, [_cell(cell) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FileRefusedError(
            _("Line %(number)s cannot be read: a quotation mark or a comma is in the wrong place.")
            % {"number": begins}
        ) from error


def _decoded(content: bytes) -> str:
    """Return the text; a mark at its beginning that says 'UTF-8' is no part of it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileRefusedError(
            _(
                "Line %(number)s has letters that cannot be read. Save the file as ‘CSV UTF-8’, "
                "or as XLSX."
            )
            % {"number": line}
        ) from error


def _cell(text: str) -> str | Fault:
    """Return a cell as it was before an export made it safe; refuse a formula.

    Raises:
        csv.Error: it has no end, as after a quotation mark that is never closed.

    """
    if len(text) > MOST_LETTERS:
        raise csv.Error
    return Fault("", FORMULA) if text.startswith(SURE_FORMULA) else plain_text(text)
