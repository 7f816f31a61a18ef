"""CSV and XLSX files that are safe to open, and say that they are under embargo."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from challenge.journalist.forms.filters import Asked
from challenge.journalist.tables import Cell, Table
from challenge.models import Campaign
from core.opendata.tables import cell, safe_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8; header=present"
# As much as a spreadsheet holds in one cell.
LONGEST = 32_000
WIDE, NARROW = 60, 22


def file_name(table: Table, campaign: Campaign, ending: str) -> str:
    """Return a name that tells of the embargo before the file is opened."""
    until = timezone.localtime(campaign.launch_at)
    held = "" if campaign.is_launched else f"-embargo-{until:%Y%m%d-%H%M}"
    return f"{campaign.slug}-{table.slug}{held}.{ending}"


def note(campaign: Campaign) -> str:
    """Return what the reader of a file has to know before anything is published."""
    rule = _("Words marked 'The journalist too' are for the journalist only: do not publish them.")
    if campaign.is_launched:
        return rule
    until = formats.date_format(timezone.localtime(campaign.launch_at), "DATETIME_FORMAT")
    return _("Embargo: publish nothing of this before %(moment)s.") % {"moment": until} + f" {rule}"


def as_csv(table: Table, campaign: Campaign, asked: Asked) -> bytes:
    """Return the table as UTF-8 CSV. Each row carries the embargo, so that no row loses it."""
    until = timezone.localtime(campaign.launch_at).isoformat()
    buffer = io.StringIO()
    # Spreadsheets take UTF-8 for something else without this mark.
    buffer.write("\ufeff")
    writer = csv.writer(buffer)
    writer.writerow([*map(str, table.columns), _("embargo until")])
    for row in table.rows(campaign, asked):
        writer.writerow([*(cell(_local(value)) for value in row), until])
    return buffer.getvalue().encode()


def as_xlsx(table: Table, campaign: Campaign, asked: Asked) -> bytes:
    """Return the table as a workbook: the rows, and a sheet that says what they are."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(str(table.title))
    sheet.freeze_panes = "A2"
    for number, _column in enumerate(table.columns):
        letter = chr(ord("A") + number)
        sheet.column_dimensions[letter].width = NARROW
    sheet.oddHeader.center.text = note(campaign).replace("&", "&&")
    headings = [*map(str, table.columns), _("embargo until")]
    sheet.append([_bold(sheet, one) for one in headings])
    for row in table.rows(campaign, asked):
        sheet.append([_cell(sheet, _plain(value)) for value in (*row, campaign.launch_at)])
    about: Any = book.create_sheet(_("About this file"))
    about.column_dimensions["A"].width = WIDE
    about.append([_bold(about, note(campaign))])
    about.append([_cell(about, f"{campaign.name}: {table.title}")])
    made = formats.date_format(timezone.localtime(), "DATETIME_FORMAT")
    about.append([_cell(about, _("Made on %(moment)s.") % {"moment": made})])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _local(value: Cell) -> object:
    """Return a moment as it is on the wall here, and anything else as it is."""
    return timezone.localtime(value).isoformat() if isinstance(value, dt.datetime) else value


def _plain(value: Cell) -> object:
    """Return what a workbook can hold: it knows no time zones, and no control characters."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, str):
        return safe_text(ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST])
    return value


def _cell(sheet: Any, value: object) -> WriteOnlyCell:
    """Return a cell in which text is text, whatever it begins with."""
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        made.data_type = "s"
    elif isinstance(value, Decimal):
        made.number_format = "0.00"
    return made


def _bold(sheet: Any, text: str) -> WriteOnlyCell:
    made = _cell(sheet, text)
    made.font = Font(bold=True)
    return made
