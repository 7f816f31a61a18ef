"""A JPEG without what a camera wrote beside the picture, and with every pixel as it was.

Pillow can only decode and encode again, which loses a little each time. A JPEG is a
row of labelled segments, so those that are not picture can simply be left out.
"""

from __future__ import annotations

import re

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", b"\xff\xda"
_COMMENT = b"\xff\xfe"
_APPLICATION = tuple(b"\xff" + bytes([number]) for number in range(0xE0, 0xF0))
# Of what applications add, decoding needs the density, the colour profile and the colour model.
_NEEDED = ((b"\xff\xe0", b"JFIF\0"), (b"\xff\xe2", b"ICC_PROFILE\0"), (b"\xff\xee", b"Adobe"))
# Inside the picture's data 0xFF is followed by zero or a restart; anything else ends it.
_NEXT_SEGMENT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class NotAJpegError(ValueError):
    """The segments do not add up."""


def without_metadata(jpeg: bytes) -> bytes:
    """Return the picture's own segments only; also what stands behind the picture is left out.

    Raises:
        NotAJpegError: the file is not a row of segments from start to end.

    """
    if not jpeg.startswith(_START):
        raise NotAJpegError
    kept = [_START]
    position = len(_START)
    while (marker := jpeg[position : position + 2]) != _END:
        segment = _segment(jpeg, position)
        if _is_picture(marker, segment):
            kept.append(segment)
        position += len(segment)
    return b"".join([*kept, _END])


def _segment(jpeg: bytes, position: int) -> bytes:
    """Return the segment that begins here, a scan with the data that follows it."""
    length = int.from_bytes(jpeg[position + 2 : position + 4], "big")
    end = position + 2 + length
    if jpeg[position : position + 1] != b"\xff" or length < len(_START) or end > len(jpeg):
        raise NotAJpegError
    if jpeg.startswith(_SCAN, position):
        following = _NEXT_SEGMENT.search(jpeg, end)
        if following is None:
            raise NotAJpegError
        end = following.start()
    return jpeg[position:end]


def _is_picture(marker: bytes, segment: bytes) -> bool:
    """Return whether the picture cannot be shown rightly without this segment."""
    if marker == _COMMENT:
        return False
    if marker not in _APPLICATION:
        return True
    return any(marker == needed and segment[4:].startswith(name) for needed, name in _NEEDED)
