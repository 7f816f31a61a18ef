"""The words of demo content, read and checked before anything is made of them.

Each thing has a file of its own in the folder of each language that it is written in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.demo.faults import Place
from core.demo.files import check_fields, read_toml

LONGEST_DESCRIPTION = 155  # search engines cut off what is longer


@dataclass(frozen=True)
class Text:
    """The words of one thing in one language.

    Attributes:
        place: the file.
        values: what the file says, with what it shares with the same thing in another language.

    """

    place: Place
    values: dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """What a file may say.

    Attributes:
        known: the fields that it may hold.
        required: those that it must hold, itself or by sharing them.

    """

    known: Collection[str]
    required: Collection[str] = ()

    def read(self, file: Path, shared: Mapping[str, Any] | None = None) -> Text:
        """Return one text.

        Args:
            file: where it is.
            shared: what it has where the file says nothing else.

        Raises:
            DemoContentError: naming the file and the field that is wrong.

        """
        place = Place(file)
        values = dict(shared or {}) | read_toml(file)
        check_fields(values, set(self.known), set(self.required), place)
        if len(values.get("search_description", "")) > LONGEST_DESCRIPTION:
            place.at("search_description").refuse(f"is longer than {LONGEST_DESCRIPTION}")
        return Text(place, values)


def files_in(folder: Path, keys: Collection[str]) -> dict[str, Path]:
    """Return the files of one language by key, in the order of the keys.

    Raises:
        DemoContentError: there is a file for something that is not among the keys.

    """
    files = {file.stem: file for file in folder.glob("*.toml")}
    for key in sorted(files.keys() - set(keys)):
        Place(files[key]).refuse("there is nothing with this key in tree.toml")
    return {key: files[key] for key in keys if key in files}
