"""What becomes of each row: something new, a change, nothing, or a refusal with its reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from core.importing.tables import Fault


class Kind(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass
class Fate:
    """What becomes of one row.

    Attributes:
        line: its number in the file.
        name: what it is about is called, as far as that is known.
        kind: what becomes of it.
        changes: the columns that differ from what is there.
        faults: why it is refused.
        text: what it is about as it will be, for a row that is carried out.

    """

    line: int
    name: str
    kind: Kind
    changes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    text: Any = None


class NotCarriedOutError(Exception):
    """A table of which nothing was imported; the message says why."""


@dataclass
class Fates:
    """What becomes of all rows of a table.

    Attributes:
        fates: what becomes of each row.

    """

    fates: Sequence[Fate]

    def of_kind(self, kind: Kind) -> list[Fate]:
        """Return the rows of which this becomes."""
        return [fate for fate in self.fates if fate.kind == kind]

    @property
    def is_refused(self) -> bool:
        """Whether a row is refused, so that nothing is imported."""
        return bool(self.of_kind(Kind.REFUSED))

    @property
    def changes(self) -> int:
        """Return how many rows would be new or changed."""
        return len(self.of_kind(Kind.NEW)) + len(self.of_kind(Kind.CHANGED))

    @cached_property
    def mark(self) -> str:
        """Return a name for exactly these fates, to see whether they are still the same."""
        said = [
            (fate.line, fate.name, fate.kind, fate.changes, [str(one) for one in fate.faults])
            for fate in self.fates
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()
