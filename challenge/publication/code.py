"""Which code reckoned an index: a digest of the modules that a result depends on."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1]
_MODULES = ("alphabet", "facts", "index", "index_input", "records")
_DIGITS = 40


@cache
def code_version() -> str:
    """Return the first 40 digits of the SHA-256 of those modules, one after another."""
    digest = hashlib.sha256()
    for name in _MODULES:
        digest.update((_FOLDER / f"{name}.py").read_bytes())
    return digest.hexdigest()[:_DIGITS]
