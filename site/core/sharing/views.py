"""Serves the share pictures, drawn once and kept in the file storage."""

from __future__ import annotations

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.crypto import constant_time_compare

from wagtail.models import Page

from core.models import BasePage
from core.sharing.address import digest, picture_name, share_text
from core.sharing.drawing import ShareText, draw

A_DAY = 86_400


def share_picture(request: HttpRequest, page_id: int, drawn: str) -> HttpResponse:
    """Return the share picture of a live, public page as PNG.

    Raises:
        Http404: the page is not public or may not be shared, or the address is of another title.
    """
    page = get_object_or_404(Page.objects.live().public().select_related("locale"), pk=page_id)
    if not _may_be_shared(page):
        message = "This page may not be shared."
        raise Http404(message)
    text = share_text(page)
    if not constant_time_compare(digest(text), drawn):
        message = "This share picture is of another title."
        raise Http404(message)
    return picture_response(text)


def picture_response(text: ShareText) -> HttpResponse:
    """Return the drawing of a text, drawn once; the caller asked whether it may be seen."""
    name = picture_name(text)
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            picture = kept.read()
    else:
        picture = draw(text)
        default_storage.save(name, ContentFile(picture))
    response = HttpResponse(picture, content_type="image/png")
    # Others keep it no longer than pages: it goes with the page, also where that goes offline.
    shared = settings.PAGE_CACHE_CDN_SECONDS
    response["Cache-Control"] = f"public, max-age={A_DAY}, s-maxage={shared}"
    return response


def _may_be_shared(page: Page) -> bool:
    """Return whether nobody's consent keeps this page out of social media."""
    specific = page.specific
    return not isinstance(specific, BasePage) or specific.allows("social_media")
