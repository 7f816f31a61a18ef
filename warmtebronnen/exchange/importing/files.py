"""From a file that somebody gives to the lines of a table of places."""

from __future__ import annotations

from core.importing import files
from core.importing.tables import Line, Shape
from warmtebronnen.datasets import PLACE_COLUMNS

COLUMNS = tuple(column.name for column in PLACE_COLUMNS)
# A table without the first of these cannot name new places, without either not even old ones.
PLACES = Shape(columns=COLUMNS, naming=("name", "id"))


def read_table(content: bytes) -> list[Line]:
    """Return the lines of a CSV or XLSX file.

    Raises:
        FileRefusedError: it is no table of places; it says what to do.

    """
    return files.read_table(content, PLACES)
