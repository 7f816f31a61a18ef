"""Serves a part of an uploaded film, as phones ask for it.

Wagtail's document view sends whole files only. Safari does not play a film at all
without parts, and no browser can jump ahead in one.
"""

from __future__ import annotations

import re
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from core.models import SiteDocument

_ONE_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")
# Sent at once at most: a browser asks for the next part itself, and the server's
# memory does not grow with the film.
PART = 2 * 1024 * 1024


def requested_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and the last byte of the part that is asked for, at most `PART` bytes.

    Nothing for a header that is not one plain range: the whole file is a right answer too.

    Raises:
        ValueError: if the part lies outside the file.

    """
    match = _ONE_RANGE.match(header)
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first:
        start, end = int(first), int(last) if last else size - 1
        if start > end and last:
            return None
    else:
        start, end = max(0, size - int(last)), size - 1
    if start >= size:
        message = "the part lies behind the end of the file"
        raise ValueError(message)
    return start, min(end, size - 1, start + PART - 1)


def serve_part(document: SiteDocument, request: HttpRequest) -> HttpResponse | None:
    """Return the part that is asked for, or nothing where the whole file is to be sent."""
    header = request.headers.get("Range", "")
    tag = f'"{document.file_hash}"'
    if not header or request.headers.get("If-Range", tag) != tag:
        return None
    size = document.file.size
    try:
        asked = requested_range(header, size)
    except ValueError:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{size}"})
    return None if asked is None else _part(document, asked, size, tag)


def _part(document: SiteDocument, asked: tuple[int, int], size: int, tag: str) -> HttpResponse:
    start, end = asked
    with document.open_file() as file:
        file.seek(start)
        content = file.read(end - start + 1)
    return HttpResponse(
        content,
        status=HTTPStatus.PARTIAL_CONTENT,
        content_type=document.content_type,
        headers={
            "Accept-Ranges": "bytes",
            "Content-Disposition": document.content_disposition,
            "Content-Range": f"bytes {start}-{end}/{size}",
            "Content-Security-Policy": "default-src 'none'",
            "ETag": tag,
            "X-Content-Type-Options": "nosniff",
        },
    )
