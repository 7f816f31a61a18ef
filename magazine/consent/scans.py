"""The signed form: what may be uploaded, under which name it is kept, and where."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.security.documents import is_what_it_says
from core.security.pictures import NotAPictureError, TooManyPixelsError, check_readable
from core.storages import LockedStorage

MEGABYTES = 10
MOST_BYTES = MEGABYTES * 1024 * 1024
MOST_PIXELS = 50_000_000
PICTURES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
KINDS = {".pdf": "application/pdf", **PICTURES}


def scan_storage() -> Storage:
    """Return where scans are kept: private, and unreadable on the disk itself.

    A function, so that migrations do not write down where that is.
    """
    return LockedStorage("consent-form")


def scan_name(consent: Any, filename: str) -> str:
    """Return a name that tells nothing: people name a scan after who signed it."""
    return f"magazine/consent/{uuid4().hex}{PurePath(filename).suffix.lower()}"


def content_type_of(name: str) -> str:
    """Return what kind of file a scan is."""
    return KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")


def check_scan(file: File) -> None:
    """Refuse what is no scan of a form.

    Raises:
        ValidationError: it is too large, or its content is not what its name says.

    """
    upload = getattr(file, "file", file)
    if not isinstance(upload, UploadedFile):
        return
    if (upload.size or 0) > MOST_BYTES:
        raise ValidationError(
            _("This file is larger than %(most)s MB. Scan the form again, a little smaller."),
            code="too_large",
            params={"most": MEGABYTES},
        )
    if not _is_scan(upload):
        raise ValidationError(
            _("This is no PDF, JPEG or PNG that we can read. Scan the form again."),
            code="content",
        )


def _is_scan(upload: UploadedFile) -> bool:
    suffix = PurePath(upload.name or "").suffix.lower()
    if suffix not in PICTURES:
        return suffix in KINDS and is_what_it_says(upload, upload.name or "")
    try:
        check_readable(upload, MOST_PIXELS)
    except (NotAPictureError, TooManyPixelsError):
        return False
    return True
