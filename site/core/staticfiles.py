"""Static files for serving: one stylesheet, hashed names, compressed beforehand.

The public stylesheet is written as one small file per component, which a
browser would fetch one after the other. `collectstatic` puts them into one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage

STYLESHEET = "css/site.css"

Paths = dict[str, tuple[Storage, str]]

_IMPORT = re.compile(
    r"""@import\s+url\(\s*["']?(?P<file>[^"')]+)["']?\s*\)\s*layer\((?P<layer>[\w.-]+)\)\s*;"""
)
_URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""")
# A string is kept as it is: it may hold what looks like a comment.
_STRING_OR_COMMENT = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL
)
_ELSEWHERE = ("data:", "http:", "https:", "/", "#")


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, which gets the stylesheet in one piece."""

    def post_process(
        self, paths: Paths, *args: Any, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """Hash and compress the files, with the stylesheet flattened first."""
        if STYLESHEET in paths and not options.get("dry_run"):
            flat = InMemoryStorage()
            flat.save(STYLESHEET, ContentFile(flattened(STYLESHEET, paths).encode()))
            paths = paths | {STYLESHEET: (flat, STYLESHEET)}
        yield from super().post_process(paths, *args, **options)


def flattened(name: str, paths: Paths) -> str:
    """Return a stylesheet with its layered imports inside it and its comments taken out.

    Raises:
        ImproperlyConfigured: it imports a file that is not among the static files.

    """

    def put_in(found: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), found["file"]))
        if imported not in paths:
            message = f"{name} imports {imported}, which is not among the static files."
            raise ImproperlyConfigured(message)
        css = _rebased(_read(imported, paths), posixpath.dirname(found["file"]))
        return f"@layer {found['layer']} {{\n{css}\n}}"

    return _lean(_IMPORT.sub(put_in, _read(name, paths)))


def _read(name: str, paths: Paths) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def _rebased(css: str, folder: str) -> str:
    """Return the rules of a file in `folder` with its addresses as seen from above it."""

    def rebase(found: re.Match[str]) -> str:
        address = found["address"]
        if not address.startswith(_ELSEWHERE):
            address = posixpath.normpath(posixpath.join(folder, address))
        return f'url("{address}")'

    return _URL.sub(rebase, css)


def _lean(css: str) -> str:
    """Return the rules without comments, empty lines and indents."""
    without_comments = _STRING_OR_COMMENT.sub(lambda found: found["string"] or "", css)
    lines = (line.strip() for line in without_comments.splitlines())
    return "\n".join(line for line in lines if line) + "\n"
