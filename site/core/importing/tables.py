"""A table as it was read from a file, before anybody looked at what its cells mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.enumerating import listed

MAX_BYTES = 5_000_000
MAX_LINES = 2_000
MAX_COLUMNS = 100

FORMULA = gettext_lazy("There is a formula here. Put the value itself.")
MEGABYTE = 1_000_000


class FileRefusedError(Exception):
    """A file that cannot be read as a table; the message says what to do."""


@dataclass(frozen=True)
class Shape:
    """What a table may hold.

    Attributes:
        columns: the names of the columns that are known.
        naming: those of which at least one must be there.
        takes_dates: whether a spreadsheet's own dates are read.

    """

    columns: tuple[str, ...]
    naming: tuple[str, ...]
    takes_dates: bool = False


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell; in the whole row where no column is named."""

    column: str
    reason: str | Promise


@dataclass
class Line:
    """One row of the file.

    Attributes:
        number: its number in the file, from 1, as a spreadsheet or an editor shows it.
        cells: the text of each cell by column.
        faults: what was wrong already when it was read.

    """

    number: int
    cells: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


# The cells of a row: texts, or what is wrong with a cell.
Raw = tuple[int, Sequence["str | Fault"]]


def table_of(rows: Iterator[Raw], shape: Shape) -> list[Line]:
    """Return the lines below the heading.

    Raises:
        FileRefusedError: there is no heading, it names unknown columns, or the table is too long.

    """
    _number, heading = next(rows, (0, ()))
    columns = _columns(["=" if isinstance(cell, Fault) else cell for cell in heading], shape)
    lines: list[Line] = []
    for number, cells in rows:
        if not any(cells):
            continue
        if len(lines) == MAX_LINES:
            raise FileRefusedError(
                _("This table has more than %(number)s rows. Divide it over several files.")
                % {"number": MAX_LINES}
            )
        lines.append(_line(number, columns, cells))
    if not lines:
        raise FileRefusedError(_("There are no rows below the heading."))
    return lines


def _columns(heading: list[str], shape: Shape) -> list[str]:
    """Return the columns that a heading names; those without a name at its end are left out."""
    names = ["_".join(cell.strip().lower().split()) for cell in heading]
    while names and not names[-1]:
        names.pop()
    if not set(names) & set(shape.naming):
        raise FileRefusedError(
            _("The first row must hold the names of the columns, at least one of: %(names)s.")
            % {"names": listed(shape.naming)}
        )
    unknown = [name for name in names if name not in shape.columns]
    if unknown:
        raise FileRefusedError(
            _("These columns are not known: %(names)s. Known are: %(known)s.")
            % {
                "names": listed(f"‘{name}’" for name in unknown),
                "known": listed(shape.columns),
            }
        )
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise FileRefusedError(
            _("These columns are there twice: %(names)s.") % {"names": listed(twice)}
        )
    return names


def _line(number: int, columns: list[str], cells: Sequence[str | Fault]) -> Line:
    line = Line(number)
    beyond = [cell for cell in cells[len(columns) :] if cell]
    if len(cells) < len(columns) or beyond:
        line.faults.append(Fault("", _("This row has another number of cells than the heading.")))
    for column, cell in zip(columns, cells, strict=False):
        if isinstance(cell, Fault):
            line.faults.append(Fault(column, cell.reason))
        else:
            line.cells[column] = cell
    return line


def refuse_if_too_large(size: int) -> None:
    """Refuse a file before anybody reads it.

    Raises:
        FileRefusedError: it is larger than any table that we read.

    """
    if size > MAX_BYTES:
        raise FileRefusedError(
            _("This file is larger than %(number)s MB. Divide it, or take out what is no text.")
            % {"number": MAX_BYTES // MEGABYTE}
        )
