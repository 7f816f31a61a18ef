"""Whatever file somebody gives, it is read as a table or refused in words. No database."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from core.importing.tables import MAX_BYTES, MAX_LINES, FileRefusedError
from warmtebronnen.exchange.importing.files import COLUMNS, read_table


def xlsx(*rows, merge="", beyond=None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    if beyond:
        book.active.cell(*beyond).value = "x"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells(content: bytes) -> list[tuple[int, dict[str, str]]]:
    return [(line.number, line.cells) for line in read_table(content)]


def bomb(told: int) -> bytes:
    """Return a small file that unpacks to fifty megabytes, and says of itself that it is so big."""
    file, size = io.BytesIO(), 50_000_000
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * size)
    return file.getvalue().replace(struct.pack("<L", size), struct.pack("<L", told))


PLAIN = [(2, {"name": "De Pan", "phone": "+31 6 00"})]


TABLES = {
    "plain": b"name,phone\nDe Pan,+31 6 00\n",
    "excel": b"\xef\xbb\xbfName;Phone\r\nDe Pan;+31 6 00\r\n",
    "tabs": b"name\tphone\t\t\nDe Pan\t+31 6 00\t\t\n\t\t\t\n\n",
    # As our own export writes it.
    "made safe": b"name,phone\nDe Pan,'+31 6 00\n",
    "xlsx": xlsx(["name", "phone"], ["De Pan", "+31 6 00"], [None, None]),
    "xlsx made safe": xlsx(["name", "phone", None], ["De Pan", "'+31 6 00", None]),
}


@pytest.mark.parametrize("content", TABLES.values(), ids=TABLES)
def test_tables_of_programs_and_spreadsheets_are_the_same(content):
    assert cells(content) == PLAIN


def test_a_line_is_known_by_where_it_begins():
    content = b'name,summary\n"De\nPan","Samen\neten"\nTweede,x\n'
    assert [number for number, _cells in cells(content)] == [2, 5]


@pytest.mark.parametrize(
    ("content", "column"),
    [
        (b"name,summary\n=HYPERLINK(1),x\n", "name"),
        (xlsx(["name", "summary"], ["De Pan", "=SUM(A1:A9)"]), "summary"),
        (xlsx(["name", "hours"], ["De Pan", date(2026, 10, 12)]), "hours"),
        (b"name,summary\nDe Pan\n", ""),
        (b"name,summary\nDe Pan,x,y\n", ""),
    ],
    ids=["formula in a csv", "formula", "date", "a cell too few", "a cell too many"],
)
def test_a_cell_that_is_no_text_is_named(content, column):
    (line,) = read_table(content)
    assert [fault.column for fault in line.faults] == [column]
    assert str(line.faults[0].reason)


def test_numbers_of_a_spreadsheet_are_read_as_people_see_them():
    content = xlsx(["name", "latitude", "is_example"], [1001, 51.92, True])
    assert cells(content) == [(2, {"name": "1001", "latitude": "51.92", "is_example": "true"})]


REFUSED = {
    "empty": b"",
    "blank": b" \n",
    "no heading": b"De Pan,Samen eten\nDe Tafel,Samen\n",
    "unknown column": b"name,namen\nx,y\n",
    "column twice": b"name,name\nx,y\n",
    "no rows": b"name\n",
    "no names": b"summary\nx\n",
    "windows": "name\nCaf\u00e9\n".encode("cp1252"),
    "utf-16": "name\nCaf\u00e9\n".encode("utf-16"),
    "open quote": b'name,summary\n"De Pan,x\n',
    "too large": b"name\n" + b"x" * MAX_BYTES,
    "too long": b"name\n" + b"x\n" * (MAX_LINES + 1),
    "endless cell": b"name\n" + b"x" * 200_000,
    "old excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
    "picture": b"\x89PNG\r\n\x1a\n",
    "broken zip": b"PK\x03\x04 broken",
    "half a file": xlsx(["name"], ["x"])[:-200],
    "merged": xlsx(["name"], ["x"], merge="A2:B3"),
    "formula in heading": xlsx(["=A2"], ["x"]),
    "deep": xlsx(["name"], ["x"], beyond=(1_048_576, 1)),
    "wide": xlsx(["name"], ["x"], beyond=(1, 16_384)),
    "bomb": bomb(told=50_000_000),
    "bomb that lies": bomb(told=1_000),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_of_places_is_refused_in_words(content):
    tracemalloc.start()
    with pytest.raises(FileRefusedError) as refusal:
        read_table(content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(refusal.value)
    # Not even a part of the bomb was unpacked.
    assert most < 40_000_000


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"name;hours\n" + tail))
@settings(max_examples=200)
def test_any_bytes_are_a_table_or_refused(content):
    try:
        lines = read_table(content)
    except FileRefusedError as error:
        said = str(error)
    else:
        said = all(set(line.cells) <= set(COLUMNS) for line in lines)
    assert said
