"""Tables as CSV files that spreadsheets and programs can both trust."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.http import HttpResponse

from core.opendata.registry import LICENCE_URL, Column

# A spreadsheet runs a cell that begins so: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_text(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain_text(text: str) -> str:
    """Return a text that `safe_text` made safe as it was."""
    is_made_safe = text.startswith("'") and text[1:].startswith(FORMULA_STARTS)
    return text[1:] if is_made_safe else text


def cell(value: object) -> str:
    """Return one value as it stands in the file: plain numbers, ISO dates, safe text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, int | float):
        return str(value)
    return safe_text(str(value))


def csv_text(columns: Iterable[Column], rows: Iterable[Mapping[str, object]]) -> str:
    """Return the rows as the text of a CSV file with a heading."""
    names = [column.name for column in columns]
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in rows)
    return buffer.getvalue()


def csv_response(
    filename: str, columns: Iterable[Column], rows: Iterable[Mapping[str, object]]
) -> HttpResponse:
    """Return the rows as a UTF-8 CSV file with a heading, under the open licence."""
    return HttpResponse(
        csv_text(columns, rows),
        content_type="text/csv; charset=utf-8; header=present",
        headers={
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Link": f'<{LICENCE_URL}>; rel="license"',
        },
    )
