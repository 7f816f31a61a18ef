"""Pictures that people upload: are they pictures, and what do they tell about the maker?

A phone writes into every photo where and when it was taken. Nobody who is
portrayed at home should be found that way, so uploads lose what is not picture.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageOps

# MPO is what many phones make of a JPEG: the picture and a second one for depth or glow.
FORMATS = ("AVIF", "GIF", "JPEG", "MPO", "PNG", "WEBP")
# What Pillow calls the places where a file keeps words, places and other pictures.
TELLING = {"comment", "exif", "mp", "photoshop", "xmp"}
QUALITY = 95


class NotAPictureError(ValueError):
    """The file cannot be read as a picture from beginning to end."""


def check_readable(file: IO[bytes]) -> None:
    """Decode the picture in full, as every later use of it will.

    Raises:
        NotAPictureError: it is broken, cut short, or no picture at all.

    """
    file.seek(0)
    try:
        with Image.open(file, formats=FORMATS) as picture:
            picture.load()
    # Pillow's decoders raise what their formats' own readers raise.
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotAPictureError from error
    finally:
        file.seek(0)


def strip_metadata(file: IO[bytes]) -> bool:
    """Take everything out of the file that is not picture, in place.

    A picture that carries nothing else is left as it is, to the byte.

    Returns:
        Whether the file was written anew.

    """
    file.seek(0)
    with Image.open(file, formats=FORMATS) as picture:
        clean = _without_metadata(picture) if _is_telling(picture) else None
    if clean is not None:
        file.seek(0)
        file.truncate()
        file.write(clean)
    file.seek(0)
    return clean is not None


def _is_telling(picture: Image.Image) -> bool:
    """Return whether the file carries more than the picture and its colours."""
    return bool(
        picture.format == "MPO"
        or TELLING.intersection(picture.info)
        or picture.getexif()
        or getattr(picture, "text", None)
    )


def _without_metadata(picture: Image.Image) -> bytes:
    """Return the picture as a file with nothing but its pixels and colour profile."""
    kind = "JPEG" if picture.format == "MPO" else str(picture.format)
    animated = getattr(picture, "n_frames", 1) > 1 and kind != "JPEG"
    options: dict[str, Any] = {"exif": b"", "xmp": b"", "comment": b""}
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    if animated:
        upright, options["save_all"] = picture, True
    else:
        # The camera's 'this side up' goes with the rest, so the pixels themselves turn.
        upright = ImageOps.exif_transpose(picture)
    for key in TELLING:
        upright.info.pop(key, None)
    is_turned = upright.size != picture.size or _orientation(picture) != 1
    if kind == "JPEG" and picture.format == "JPEG" and not is_turned:
        upright, options["quality"] = picture, "keep"
    elif kind in {"JPEG", "WEBP", "AVIF"}:
        options["quality"] = QUALITY
    output = BytesIO()
    upright.save(output, format=kind, **options)
    return output.getvalue()


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held, 1 for upright."""
    return picture.getexif().get(0x0112, 1)
