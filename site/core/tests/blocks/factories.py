"""Pictures, files, pages and facts for blocks to show. Features are named, never imported."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image

from django.apps import apps
from django.core.files.base import ContentFile

from wagtail.models import Locale, Page, Site

from core.models import SiteDocument, SiteImage

MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 8
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHallo\n"
_numbers = count(1)


def picture(**fields: Any) -> SiteImage:
    """Return an uploaded picture."""
    number = next(_numbers)
    file = BytesIO()
    Image.new("RGB", (48, 36), (number % 256, 80, 40)).save(file, "PNG")
    content = ContentFile(file.getvalue(), name=f"picture-{number}.png")
    return SiteImage.objects.create(
        **{"title": f"Picture {number}", "file": content, "width": 48, "height": 36} | fields
    )


def document(name: str, content: bytes) -> SiteDocument:
    """Return an uploaded file."""
    return SiteDocument.objects.create(
        title=name, file=ContentFile(content, name=name), file_size=len(content)
    )


def page(title: str = "", **fields: Any) -> Page:
    """Return a page below the site's home."""
    number = next(_numbers)
    home = Site.objects.get(is_default_site=True).root_page
    made = Page(title=title or f"Page {number}", slug=f"page-{number}", **fields)
    return home.add_child(instance=made)


def translation(original: Page, code: str, title: str) -> Page:
    """Return a live translation of a page, with its parents."""
    locale = Locale.objects.get_or_create(language_code=code)[0]
    copy = original.copy_for_translation(locale, copy_parents=True)
    copy.title = title
    for each in [copy, *copy.get_ancestors().filter(locale=locale)]:
        each.live = True
        each.save()
    return copy


def fact(**fields: Any) -> Any:
    """Return a published fact of the records."""
    number = next(_numbers)
    defaults = {
        "key": f"fact-{number}",
        "locale": Locale.objects.get(language_code="nl"),
        "topic": "poverty",
        "statement": f"Statement {number}.",
        "value": "14.5",
        "unit": "percent",
        "where": "Rotterdam",
        "year": 2018,
        "source_title": "Armoede",
        "source_publisher": "CBS",
        "source_url": "https://www.cbs.nl/",
        "review_by": dt.date(2999, 1, 1),
    }
    made = apps.get_model("projects.Fact")(**defaults | fields)
    made.save()
    made.refresh_from_db()
    return made
