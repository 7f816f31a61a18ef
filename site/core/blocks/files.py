"""What an uploaded file really is, by its first bytes and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

_HEAD = 16


def is_mp4(head: bytes) -> bool:
    """Return whether these are the first bytes of an MP4 film."""
    return head[4:8] == b"ftyp"


def is_webm(head: bytes) -> bool:
    """Return whether these are the first bytes of a WebM film."""
    return head.startswith(b"\x1a\x45\xdf\xa3")


def is_captions(head: bytes) -> bool:
    """Return whether these are the first bytes of WebVTT captions."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def check_content(
    document: Any, tests: dict[str, Callable[[bytes], bool]], message: str
) -> ValidationError | None:
    """Return an error unless the file's ending is known and its content is what that says.

    Args:
        document: the uploaded file's record.
        tests: for each ending that is allowed, how to recognise the content.
        message: what to say to the editor.

    """
    test = tests.get(document.file_extension.lower())
    try:
        with document.open_file() as file:
            head = file.read(_HEAD)
    except OSError:
        return ValidationError(message, code="missing")
    return None if test and test(head) else ValidationError(message, code="content")
