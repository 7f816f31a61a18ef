"""Typesets documents as PDF, by a program of its own and for a limited time.

What is set comes as plain data: no word that somebody typed is ever read as markup. See
docs/decisions/0050-typst-in-a-process-of-its-own.md.
"""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import qrcode
from qrcode.image.svg import SvgPathImage

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
FONTS = HERE / "fonts"


class CannotTypesetError(Exception):
    """A document could not be typeset, or not in time."""


def typeset(template: Path, data: dict[str, Any], files: dict[str, bytes], seconds: float) -> bytes:
    """Return the PDF.

    Args:
        template: a Typst file that reads `data.json` and `files.json`.
        data: what it sets.
        files: pictures and codes, by the names that the data gives them.
        seconds: how long it may take.

    Raises:
        CannotTypesetError: it failed, or took too long.

    """
    with TemporaryDirectory(prefix="document-") as name:
        folder = Path(name)
        shutil.copy(template, folder / "document.typ")
        for file, content in files.items():
            (folder / file).write_bytes(content)
        (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "files.json").write_text(json.dumps(sorted(files)), encoding="utf-8")
        _run(folder, seconds)
        return (folder / "document.pdf").read_bytes()


def code(address: str) -> bytes:
    """Return a code for a phone's camera, as a drawing."""
    made = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, border=0).save(made)
    return made.getvalue()


def _run(folder: Path, seconds: float) -> None:
    command = [sys.executable, str(HERE / "compile.py"), str(folder), str(FONTS)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with our own paths
            command,
            capture_output=True,
            check=True,
            text=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        message = "typesetting took too long"
        raise CannotTypesetError(message) from error
    except subprocess.CalledProcessError as error:
        raise CannotTypesetError(error.stderr[-2000:]) from error
    if done.stdout != "ua-1":
        logger.warning("A document keeps no PDF/UA-1: %s", done.stderr[:500])
