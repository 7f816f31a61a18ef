"""Where something stands in the demo content, to name it when it is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

# Each app that has demo content keeps it in a folder of this name.
FOLDER = "demo_content"


class DemoContentError(Exception):
    """A file of the demo content that cannot be loaded; the message names file and field."""


@dataclass(frozen=True)
class Place:
    """A field in a file.

    Attributes:
        file: the file.
        field: the way to the field inside it, such as `body[3].items[1].text`.

    """

    file: Path
    field: str = ""

    def at(self, name: str | int) -> Place:
        """Return the place of a field, or of an item counted from 1, inside this one."""
        if isinstance(name, int):
            return replace(self, field=f"{self.field}[{name + 1}]")
        return replace(self, field=f"{self.field}.{name}" if self.field else name)

    def fault(self, problem: str) -> DemoContentError:
        """Return the error for this place."""
        parts = self.file.parts
        file = "/".join(parts[parts.index(FOLDER) - 1 :]) if FOLDER in parts else self.file.name
        return DemoContentError(": ".join(filter(None, (file, self.field, problem))))

    def refuse(self, problem: str) -> NoReturn:
        """Raise the error for this place."""
        raise self.fault(problem)
