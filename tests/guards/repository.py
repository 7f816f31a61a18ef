"""What may not be committed, and what documentation may not promise."""

from __future__ import annotations

import re
from pathlib import Path

from tests.guards.files import ROOT, tracked

LARGEST_BYTES = 500_000
# Written in pieces, so that this file does not find itself.
_TOO_PRIVATE = {
    "a path of somebody's machine": rf"(?<![\w.-])/(?:{'wo'}rk|{'ro'}ot|{'Us'}ers|{'opt/'}\w+)/\w",
    "a package registry's host": (
        rf"registry\.{'npm'}js\.|files\.{'python'}hosted\.|{'py'}pi\.org|registry\.{'yarn'}pkg\."
    ),
    "a private key": rf"-----{'BEGIN'} [A-Z ]*PRIVATE KEY",
    "an access key": rf"\b(?:{'AK'}IA[0-9A-Z]{{16}}|{'gh'}p_\w{{36}}|{'xo'}x[bap]-\w{{10,}})",
    "a secret in a setting": r"(?i)\b(?:secret|token|api)_?key\s*=\s*[\"'][\w+/=-]{32,}[\"']",
}
_COMMAND = re.compile(r"(?<![\w-])(make|manage\.py) +([a-z][a-z_-]+)")
_CODE = re.compile(r"^```[^\n]*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)


def private_words(text: str) -> list[str]:
    """Return what a text gives away that belongs to one machine or one person."""
    return [
        f"{text[: match.start()].count(chr(10)) + 1}: {what}: {match[0]}"
        for what, pattern in _TOO_PRIVATE.items()
        for match in re.finditer(pattern, text)
    ]


def readable(path: Path) -> str:
    """Return the text of a file, empty for a picture or a font."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def too_large(paths: tuple[Path, ...] | None = None) -> list[str]:
    """Return the files that are larger than a repository of text should hold."""
    sizes = {path: (ROOT / path).stat().st_size for path in paths or tracked()}
    return [f"{path}: {size:,} bytes" for path, size in sizes.items() if size > LARGEST_BYTES]


def commands_in(markdown: str) -> set[tuple[str, str]]:
    """Return each (`make` or `manage.py`, name) that the code in a document tells to run."""
    code = "\n".join("".join(match) for match in _CODE.findall(markdown))
    return set(_COMMAND.findall(code))


def make_targets(makefile: str) -> dict[str, str]:
    """Return the targets of a Makefile with their help."""
    return dict(re.findall(r"^([a-z-]+):(?:[^#=\n]*## *(.*))?$", makefile, re.MULTILINE))
