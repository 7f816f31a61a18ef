"""Has an edition typeset by a program of its own, for a limited time."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
TEMPLATE = HERE / "edition.typ"
FONTS = HERE / "fonts"
# Raise it when something beside the template changes how an edition looks: a face, the program.
VERSION = 1
SECONDS = 120


class CannotTypesetError(Exception):
    """An edition could not be typeset, or not in time."""


def typeset(data: dict[str, Any], files: dict[str, bytes]) -> bytes:
    """Return the PDF.

    Args:
        data: what `edition.typ` sets, see `content`.
        files: pictures and codes, by the names that the data gives them.

    Raises:
        CannotTypesetError: it failed, or took too long.

    """
    with TemporaryDirectory(prefix="edition-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "files.json").write_text(json.dumps(sorted(files)), encoding="utf-8")
        _run(folder)
        return (folder / "edition.pdf").read_bytes()


def _run(folder: Path) -> None:
    command = [sys.executable, str(HERE / "compile.py"), str(folder), str(FONTS)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with our own paths
            command,
            capture_output=True,
            check=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        message = "typesetting took too long"
        raise CannotTypesetError(message) from error
    except subprocess.CalledProcessError as error:
        raise CannotTypesetError(error.stderr[-2000:]) from error
    if done.stdout != "ua-1":
        logger.warning("An edition keeps no PDF/UA-1: %s", done.stderr[:500])
