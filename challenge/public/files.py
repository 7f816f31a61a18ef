"""Files that belong to a campaign's page: asked for by the embargo, and kept by nobody."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.crypto import constant_time_compare

from challenge.embargo import public_entries, release_or_404
from challenge.logbook.photos import photo_response
from challenge.models import CampaignPage
from challenge.public.pictures import picture_text
from challenge.public.selectors import Public
from core.sharing.address import digest
from core.sharing.views import picture_response


def photo(request: HttpRequest, page: CampaignPage, key: uuid.UUID) -> HttpResponse:
    """Return the photo of a public entry: not before the launch, nor once it is taken back."""
    release_or_404(page.campaign)
    entry = get_object_or_404(public_entries(page.campaign), key=key)
    response = photo_response(entry)
    response["Cache-Control"] = "no-cache"
    return response


def party_picture(request: HttpRequest, page: CampaignPage, party: str, drawn: str) -> HttpResponse:
    """Return the share picture of a party, as PNG.

    Raises:
        Http404: there is no such party, or the address is of what it said before.

    """
    found: Any = Public(page, release_or_404(page.campaign)).index
    line = found.party(party)
    text = picture_text(page, found, line) if line else None
    if text is None or not constant_time_compare(digest(text), drawn):
        message = "There is no such picture."
        raise Http404(message)
    return picture_response(text)
