"""The address of a page's share picture.

It carries a digest of what is drawn, so a new title gets a new address (nobody's
cache shows the old one) and nobody can make the server draw what is not published.
"""

from __future__ import annotations

import hashlib

from django.urls import reverse
from django.utils.translation import override

from wagtail.models import Page

from core.sharing.drawing import ShareText

# Raise when the drawing changes, so that every picture gets a new address.
DRAWING_VERSION = 1


def share_text(page: Page) -> ShareText:
    """Return what stands on the share picture of a page, in the language of the page."""
    code = page.locale.language_code
    with override(code):
        eyebrow = " ".join(getattr(page.specific, "shared_as", "").split())
    return ShareText(
        title=page.seo_title or page.title,
        brand="Warm Rotterdam",
        language=code.split("-")[0],
        right_to_left=page.locale.language_info["bidi"],
        eyebrow=eyebrow,
    )


def digest(text: ShareText) -> str:
    """Return 16 hexadecimal digits that stand for the drawing of a text."""
    return hashlib.sha256(f"{DRAWING_VERSION}{text!r}".encode()).hexdigest()[:16]


def share_picture_name(page: Page) -> str:
    """Return the name under which the share picture of a page is kept."""
    return picture_name(share_text(page))


def picture_name(text: ShareText) -> str:
    """Return the name under which the drawing of a text is kept."""
    return f"share/{digest(text)}.png"


def share_picture_path(page: Page) -> str:
    """Return the path of the share picture of a page."""
    return reverse("share_picture", args=[page.pk, digest(share_text(page))])
