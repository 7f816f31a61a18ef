"""The photo of an entry: made small, without what a camera wrote into it, and kept locked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from PIL import Image, ImageOps

from django.core.files.base import ContentFile
from django.http import Http404, HttpResponse

from challenge.models import Entry
from core.security.pictures import FORMATS
from core.vault import Vault

# As wide as a large screen shows it.
SIDE = 1600
QUALITY = 80
MARK_LENGTH = 32
_WHITE = "white"


@dataclass(frozen=True)
class Photo:
    """A photo as it is kept.

    Attributes:
        mark: the same for the same upload, so that what is sent twice is known.
        content: a JPEG.

    """

    mark: str
    content: bytes

    def is_of(self, entry: Entry) -> bool:
        """Return whether this entry already has it."""
        return self.mark in (entry.photo.name or "")

    def keep_in(self, entry: Entry) -> None:
        """Put it into an entry, which is saved afterwards."""
        entry.photo.save(f"{self.mark}.jpg", ContentFile(self.content), save=False)


def prepared(upload: IO[bytes]) -> Photo:
    """Return an upload, which was found to be a picture, as it is kept.

    It is decoded and written anew: nothing but pixels is left of it.
    """
    upload.seek(0)
    digest = hashlib.sha256(upload.read()).hexdigest()
    upload.seek(0)
    with Image.open(upload, formats=FORMATS) as opened:
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((SIDE, SIDE))
        drawn = Image.new("RGB", upright.size, _WHITE)
        with_alpha = upright.convert("RGBA")
        drawn.paste(with_alpha, mask=with_alpha)
    output = BytesIO()
    drawn.save(output, format="JPEG", quality=QUALITY, optimize=True)
    mark = Vault("photos of a logbook").mark(digest)[:MARK_LENGTH]
    return Photo(mark, output.getvalue())


def photo_response(entry: Entry) -> HttpResponse:
    """Hand out the photo of an entry to who may see it: the caller has asked that.

    Raises:
        Http404: it has none.

    """
    if not entry.photo or entry.removed_at:
        raise Http404
    with entry.photo.open() as file:
        response = HttpResponse(file.read(), content_type="image/jpeg")
    response.headers["X-Robots-Tag"] = "noindex, noimageindex"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
