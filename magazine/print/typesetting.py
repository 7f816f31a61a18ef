"""Has an edition typeset, from its own template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core import typesetting
from core.typesetting import CannotTypesetError

__all__ = ["CannotTypesetError", "typeset"]

TEMPLATE = Path(__file__).parent / "edition.typ"
# Raise it when something beside the template changes how an edition looks: a face, the program.
VERSION = 1
SECONDS = 120


def typeset(data: dict[str, Any], files: dict[str, bytes]) -> bytes:
    """Return the PDF.

    Args:
        data: what `edition.typ` sets, see `content`.
        files: pictures and codes, by the names that the data gives them.

    Raises:
        CannotTypesetError: it failed, or took too long.

    """
    return typesetting.typeset(TEMPLATE, data, files, SECONDS)
