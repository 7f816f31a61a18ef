"""Pictures that people upload: are they pictures, and what do they tell about the maker?

A phone writes into every photo where and when it was taken. Nobody who is
portrayed at home should be found that way, so uploads lose what is not picture.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageOps

from core.security.jpeg import NotAJpegError, without_metadata

FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# What many phones make of a JPEG: the picture, and a second one for depth or glow.
TWO_IN_ONE = "MPO"
# What Pillow calls the places where a file keeps words, places and other pictures.
TELLING = {"comment", "exif", "mp", "photoshop", "xmp"}
LOSSY = {"AVIF", "JPEG", "WEBP"}
QUALITY = 95
# The camera's note of which side is up goes with the rest, so the pixels themselves turn.
ORIENTATION = 0x0112


class NotAPictureError(ValueError):
    """The file cannot be read as a picture from beginning to end."""


class TooManyPixelsError(ValueError):
    """Decoding the picture would take more memory than we give it."""


def check_readable(file: IO[bytes], most_pixels: int) -> None:
    """Decode the picture in full, as every later use of it will.

    Raises:
        NotAPictureError: it is broken, cut short, or no picture at all.
        TooManyPixelsError: it says itself that it has more pixels than this, all frames together.

    """
    file.seek(0)
    try:
        with Image.open(file, formats=FORMATS) as picture:
            fits = _pixels(picture) <= most_pixels
            if fits:
                picture.load()
    except Image.DecompressionBombError:
        fits = False
    # Pillow's decoders raise what their formats' own readers raise.
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotAPictureError from error
    finally:
        file.seek(0)
    if not fits:
        raise TooManyPixelsError


def _pixels(picture: Image.Image) -> int:
    """Return how many pixels the file says that it has, all frames together."""
    return picture.width * picture.height * getattr(picture, "n_frames", 1)


def strip_metadata(file: IO[bytes]) -> bool:
    """Take everything out of the file that is not picture, in place.

    A picture that carries nothing else is left as it is, to the byte.

    Returns:
        Whether the file was written anew.

    """
    file.seek(0)
    with Image.open(file, formats=FORMATS) as picture:
        clean = _without_metadata(picture, file) if _is_telling(picture) else None
    if clean is not None:
        file.seek(0)
        file.truncate()
        file.write(clean)
    file.seek(0)
    return clean is not None


def _is_telling(picture: Image.Image) -> bool:
    """Return whether the file carries more than the picture and its colours."""
    return bool(
        picture.format == TWO_IN_ONE
        or TELLING.intersection(picture.info)
        or picture.getexif()
        or getattr(picture, "text", None)
    )


def _without_metadata(picture: Image.Image, file: IO[bytes]) -> bytes:
    """Return the picture as a file with nothing but its pixels and colour profile."""
    is_upright = picture.getexif().get(ORIENTATION, 1) == 1
    if picture.format in {"JPEG", TWO_IN_ONE} and is_upright:
        try:
            file.seek(0)
            return without_metadata(file.read())
        except NotAJpegError:
            file.seek(0)
    return _encoded_anew(picture)


def _encoded_anew(picture: Image.Image) -> bytes:
    """Return the picture decoded, turned upright and encoded again."""
    kind = "JPEG" if picture.format == TWO_IN_ONE else str(picture.format)
    options: dict[str, Any] = {"exif": b"", "xmp": b"", "comment": b""}
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    if kind in LOSSY:
        options["quality"] = QUALITY
    if kind != "JPEG" and getattr(picture, "is_animated", False):
        upright, options["save_all"] = picture, True
    else:
        upright = ImageOps.exif_transpose(picture)
    for key in TELLING:
        upright.info.pop(key, None)
    output = BytesIO()
    upright.save(output, format=kind, **options)
    return output.getvalue()
