"""Makes pictures, recordings and scans for tests."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from wagtail.images.tests.utils import get_test_image_file

from core.models import SiteDocument, SiteImage

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def picture(name: str = "sam.png", **fields: Any) -> SiteImage:
    """Return a new picture, with an alt text and one finished version of it."""
    values = {"title": name, "description": "Sam lacht."}
    image = SiteImage.objects.create(file=get_test_image_file(name), **(values | fields))
    image.get_rendition("width-100")
    return image


def recording(name: str = "sam.mp3") -> SiteDocument:
    """Return a new recording."""
    return SiteDocument.objects.create(title=name, file=ContentFile(b"ID3 stem", name=name))


def scan(name: str = "formulier-samira.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """Return the upload of a signed form."""
    return SimpleUploadedFile(name, content)
