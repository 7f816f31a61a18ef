"""Compiled message catalogues that cannot be read, and what to do about them.

Django reads a catalogue when the first reader of its language comes; one broken file
then fails every page in that language. So all are read when the site starts. A
broken one is compiled anew from its source; if that is broken too, it is put aside,
and its language shows English words until it is mended.
"""

from __future__ import annotations

import gettext
import logging
from collections.abc import Iterable
from pathlib import Path
from struct import error as StructError  # noqa: N812 - it is an exception

import polib

logger = logging.getLogger(__name__)


def mend_catalogues(folders: Iterable[str | Path]) -> None:
    """Make every compiled catalogue in these folders readable, or put it aside."""
    for catalogue in _broken(folders):
        if _compile(catalogue):
            logger.warning("%s was broken and has been compiled anew.", catalogue)
        else:
            logger.error(
                "%s is broken and so is its .po: the language falls back to English. "
                "Mend the .po, then run: manage.py compile_catalogues",
                catalogue,
            )


def _broken(folders: Iterable[str | Path]) -> list[Path]:
    """Return the compiled catalogues that cannot be read."""
    files = [file for folder in folders for file in sorted(Path(folder).glob("*/LC_MESSAGES/*.mo"))]
    return [file for file in files if not _is_readable(file)]


def _is_readable(file: Path) -> bool:
    """Return whether gettext can read the file, as Django will ask it to."""
    try:
        with file.open("rb") as stream:
            gettext.GNUTranslations(stream)
    # Its reader trusts the file, so that nonsense in it surfaces in any of these ways.
    except (OSError, ValueError, LookupError, StructError):
        return False
    return True


def _compile(catalogue: Path) -> bool:
    """Write the catalogue anew from its source; take it away if that cannot be done."""
    fresh = catalogue.with_suffix(".fresh")
    try:
        polib.pofile(str(catalogue.with_suffix(".po"))).save_as_mofile(str(fresh))
        mended = _is_readable(fresh)
        if mended:
            fresh.replace(catalogue)
        else:
            catalogue.unlink()
    except (OSError, ValueError):
        fresh.unlink(missing_ok=True)
        catalogue.unlink(missing_ok=True)
        return False
    return mended
