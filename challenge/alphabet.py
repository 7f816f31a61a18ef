"""The Dutch alphabetical order, the same on every machine, whatever its locale."""

from __future__ import annotations

import re
import unicodedata

# "'t Hart" stands at the t, and "D66-Leefbaar" beside "D66 Leefbaar".
_APOSTROPHES = re.compile(r"['’‘`´]")
_GAPS = re.compile(r"[\W_]+")


def alphabetical(name: str) -> tuple[str, str, str]:
    """Return what a name is sorted by: capitals and accents only matter between equals.

    As in Dutch dictionaries ij is two letters, and digits come before letters.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    accented = _APOSTROPHES.sub("", decomposed)
    plain = "".join(one for one in accented if not unicodedata.combining(one))
    return _GAPS.sub(" ", plain).strip(), decomposed, name
