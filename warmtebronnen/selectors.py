"""What the pages of the directory show."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from languages.registry import SOURCE
from warmtebronnen.card.content import SIZES
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.query import read
from warmtebronnen.directory.results import rows_of
from warmtebronnen.forms.find import FindForm
from warmtebronnen.snapshot import directory


def place_list(request: HttpRequest) -> PlaceList:
    """Return the places that the address of a request asks for."""
    language = get_language() or SOURCE
    return PlaceList(directory(), read(request.GET.dict()), language, timezone.now())


def directory_context(request: HttpRequest) -> dict[str, Any]:
    """Return the places that are asked for, and the form that asks."""
    places = place_list(request)
    form = FindForm(places)
    loosened = [
        {"name": form.chosen(name), "query": places.asked.query(**{name: ""}), "number": number}
        for name, number in places.loosened()
    ]
    return {
        "places": places,
        "rows": rows_of(places),
        "items": places.page,
        "form": form,
        "cards": _cards(places),
        "tiles": settings.MAP_TILES_URL,
        "tiles_by": settings.MAP_TILES_ATTRIBUTION,
        "loosened": loosened if not places.total else [],
    }


def _cards(places: PlaceList) -> list[tuple[str, str]]:
    """Return the addresses of the cards of the chosen neighbourhood, or else area, by size."""
    for facet in ("wijk", "gebied"):
        value = places.asked.values.get(facet, "")
        if places.having(facet, value):
            return [
                (size, reverse("warmtebronnen:card", args=(facet, value, size))) for size in SIZES
            ]
    return []
