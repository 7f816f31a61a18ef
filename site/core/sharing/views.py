"""Serves the share pictures, drawn once and kept in the file storage."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.crypto import constant_time_compare

from wagtail.models import Page

from core.sharing.address import digest, share_text
from core.sharing.drawing import draw

A_YEAR = 31_536_000


def share_picture(request: HttpRequest, page_id: int, drawn: str) -> HttpResponse:
    """Return the share picture of a live, public page as PNG.

    Raises:
        Http404: the page is not public, or the address is of another title.
    """
    page = get_object_or_404(Page.objects.live().public().select_related("locale"), pk=page_id)
    text = share_text(page)
    if not constant_time_compare(digest(text), drawn):
        message = "This share picture is of another title."
        raise Http404(message)
    name = f"share/{drawn}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            picture = kept.read()
    else:
        picture = draw(text)
        default_storage.save(name, ContentFile(picture))
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
