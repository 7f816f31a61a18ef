"""What search engines and messengers read about a page, from one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.text import Truncator

from wagtail.models import Page

from core.sharing.address import share_picture_path
from core.sharing.drawing import HEIGHT, WIDTH

LONGEST_DESCRIPTION = 160
SHARE_FILTER = f"fill-{WIDTH}x{HEIGHT}|format-jpeg"


@dataclass(frozen=True)
class PageMetadata:
    """What the head of a page says about it.

    Attributes:
        title: the title without the site's name.
        description: at most 160 characters.
        canonical: the page's absolute address.
        image: the absolute address of the picture to share; empty for what nobody may share.
    """

    title: str
    description: str
    canonical: str
    image: str
    image_width: int = WIDTH
    image_height: int = HEIGHT


def absolute(path: str) -> str:
    """Return the absolute address of a path on this site."""
    return path if path.startswith("http") else f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def describe(page: Any) -> str:
    """Return the page's description: its own, else its summary or introduction."""
    own = page.search_description or getattr(page, "in_short", "")
    told = (getattr(page, name, "") for name in ("intro", "lead", "summary"))
    text = own or next(filter(None, told), "")
    return Truncator(" ".join(text.split())).chars(LONGEST_DESCRIPTION)


def metadata(page: Page, request: HttpRequest) -> PageMetadata:
    """Return what the head of a page says about it."""
    part = getattr(page, "part", None)
    own = (part.description, part.picture) if part else ("", "")
    return PageMetadata(
        title=part.title if part else page.seo_title or page.title,
        description=own[0] or describe(page),
        canonical=absolute((page.get_url(request) or "/") + getattr(page, "subpath", "")),
        image=absolute(own[1]) if own[1] else _share_picture(page),
    )


def _share_picture(page: Any) -> str:
    if not page.allows("social_media"):
        return ""
    picture = page.social_image
    path = picture.get_rendition(SHARE_FILTER).url if picture else share_picture_path(page)
    return absolute(path)
