"""Documents that people upload: is the file what its name says?"""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

CHUNK = 64 * 1024
EBML = b"\x1aE\xdf\xa3"
# Unpacked, an office document of 100 MB is at most this; a 'zip bomb' is far more.
MOST_UNPACKED = 1024 * 1024 * 1024
ODT_KIND = b"application/vnd.oasis.opendocument.text"


def is_what_it_says(file: IO[bytes], name: str) -> bool:
    """Return whether the content fits the ending of the name; an unknown ending never does."""
    check = _CHECKS.get(PurePath(name).suffix.lower().removeprefix("."))
    if check is None:
        return False
    file.seek(0)
    try:
        return check(file)
    finally:
        file.seek(0)


def _starts(file: IO[bytes], *beginnings: bytes) -> bool:
    """Return whether the file begins with one of these."""
    return file.read(64).startswith(beginnings)


def _is_pdf(file: IO[bytes]) -> bool:
    return _starts(file, b"%PDF-")


def _is_mp3(file: IO[bytes]) -> bool:
    # Either a label, or at once a frame of layer III: MPEG 1, 2 or 2.5, guarded or not.
    frames = (b"\xff" + bytes([kind]) for kind in (0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3))
    return _starts(file, b"ID3", *frames)


def _is_mp4(file: IO[bytes]) -> bool:
    return file.read(8)[4:] == b"ftyp"


def _is_webm(file: IO[bytes]) -> bool:
    head = file.read(64)
    return head.startswith(EBML) and b"webm" in head


def _is_text(file: IO[bytes]) -> bool:
    """Return whether this is text in UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            if "\x00" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_vtt(file: IO[bytes]) -> bool:
    if not _starts(file, b"WEBVTT", codecs.BOM_UTF8 + b"WEBVTT"):
        return False
    file.seek(0)
    return _is_text(file)


def _office(folder: str) -> Callable[[IO[bytes]], bool]:
    """Return the check for an office document whose text lies in this folder of its archive."""

    def check(file: IO[bytes]) -> bool:
        names = _archive(file)
        return (
            "[Content_Types].xml" in names
            and any(name.startswith(folder) for name in names)
            and not any(name.endswith("vbaProject.bin") for name in names)
        )

    return check


def _is_odt(file: IO[bytes]) -> bool:
    if "mimetype" not in _archive(file):
        return False
    with zipfile.ZipFile(file) as archive, archive.open("mimetype") as kind:
        return kind.read(len(ODT_KIND) + 1).strip() == ODT_KIND


def _archive(file: IO[bytes]) -> list[str]:
    """Return the names in an archive; none if it is no archive, or unpacks to too much."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return []
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return []
    return [entry.filename for entry in entries]


_CHECKS: dict[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _office("word/"),
    "mp3": _is_mp3,
    "mp4": _is_mp4,
    "odt": _is_odt,
    "pdf": _is_pdf,
    "txt": _is_text,
    "vtt": _is_vtt,
    "webm": _is_webm,
    "xlsx": _office("xl/"),
}
