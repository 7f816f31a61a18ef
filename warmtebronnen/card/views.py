"""Hands out the cards of the areas and neighbourhoods."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from languages.registry import SOURCE
from warmtebronnen import hours
from warmtebronnen.card.content import SIZES, card_data
from warmtebronnen.card.keeping import card_of
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.query import Asked
from warmtebronnen.snapshot import directory

LATER, SECONDS = 503, "10"
FACETS = ("gebied", "wijk")


@require_safe
def card(request: HttpRequest, facet: str, value: str, size: str) -> HttpResponse:
    """Return the card of an area or a neighbourhood in the reader's language.

    Raises:
        Http404: there is no such card, or no place on it.

    """
    found, at = directory(), timezone.now()
    places = PlaceList(found, Asked({facet: value}), get_language() or SOURCE, at)
    if facet not in FACETS or size not in SIZES or not places.total:
        raise Http404
    title = found.names[facet][value]
    pdf = card_of(card_data(places, title, size, at.astimezone(hours.ZONE).date()))
    if pdf is None:
        response = render(request, "warmtebronnen/card_later.html", status=LATER)
        response["Retry-After"] = SECONDS
        patch_cache_control(response, no_store=True)
        return response
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="warmtebronnen-{value}-{size}.pdf"'
    patch_cache_control(response, public=True, no_cache=True)
    return response
