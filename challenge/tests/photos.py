"""Photos as phones make them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

MODEL, PLACE = 0x0110, 0x8825


def jpeg_with_place(size: tuple[int, int]) -> bytes:
    """Return a photo in which the camera wrote which phone it is, and where it was."""
    exif = Image.Exif()
    exif[MODEL] = "Telefoon van Robin"
    exif.get_ifd(PLACE)[1] = "N"
    return _saved(Image.new("RGB", size, "brown"), exif=exif)


def size_of(content: bytes) -> tuple[int, int]:
    """Return how large a picture is."""
    with Image.open(BytesIO(content)) as picture:
        return picture.size


def _saved(picture: Image.Image, **options: object) -> bytes:
    output = BytesIO()
    picture.save(output, format="JPEG", **options)
    return output.getvalue()
