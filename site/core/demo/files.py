"""Reads the TOML files of the demo content."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.demo.faults import Place


def read_toml(file: Path) -> dict[str, Any]:
    """Return what a file says, with its numbers exactly as they are written.

    Raises:
        DemoContentError: if the file cannot be read as TOML.

    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        Place(file).refuse(f"cannot be read: {error}")


def check_fields(values: dict[str, Any], known: set[str], required: set[str], place: Place) -> None:
    """Refuse fields that nobody knows, and the lack of those that are needed.

    Raises:
        DemoContentError: naming the first of them.

    """
    for name in values:
        if name not in known:
            place.at(name).refuse(f"unknown field; known are {', '.join(sorted(known))}")
    for name in sorted(required):
        if not values.get(name):
            place.at(name).refuse("is missing")
