"""Recordings that people upload: is it sound, and of which kind?

Phones name and label their recordings in many ways; the first bytes tell the truth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

HEAD = 64


@dataclass(frozen=True)
class Sound:
    """A kind of recording that browsers play, or phones make.

    Attributes:
        suffix: the ending that its file gets, with its point.
        content_type: what browsers call it.

    """

    suffix: str
    content_type: str


M4A = Sound(".m4a", "audio/mp4")
WEBM = Sound(".webm", "audio/webm")
OGG = Sound(".ogg", "audio/ogg")
MP3 = Sound(".mp3", "audio/mpeg")
AAC = Sound(".aac", "audio/aac")
WAV = Sound(".wav", "audio/wav")
AMR = Sound(".amr", "audio/amr")
KINDS = (M4A, WEBM, OGG, MP3, AAC, WAV, AMR)
BY_SUFFIX = {kind.suffix: kind for kind in KINDS}

_BEGINNINGS = (
    (b"OggS", OGG),
    (b"ID3", MP3),
    (b"\xff\xf1", AAC),
    (b"\xff\xf9", AAC),
    # A frame of layer III: MPEG 1, 2 or 2.5, guarded or not.
    *((b"\xff" + bytes([kind]), MP3) for kind in (0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3)),
    (b"#!AMR", AMR),
)


def kind_of_sound(file: IO[bytes]) -> Sound | None:
    """Return what kind of recording this is; None if it is none that we know."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if head[4:8] == b"ftyp":
        return M4A
    if head.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if b"webm" in head else None
    if head.startswith(b"RIFF"):
        return WAV if head[8:12] == b"WAVE" else None
    return next((kind for start, kind in _BEGINNINGS if head.startswith(start)), None)
