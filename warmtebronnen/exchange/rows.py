"""A place as one flat row: what every export says of it, and an import compares with."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from core.restrictions import public
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.models.location import WHERE_EXACTLY

Row = dict[str, Any]

# Fields that the row has by their own name. Lists stay lists: each format writes them its way.
PLAIN = (
    "summary", "needs", "for_whom", "conditions", "costs", "costs_note", "how_to_come", "spoken",
    "hours", "hours_note", "is_confidential", "address", "postcode", "town", "latitude",
    "longitude", "how_to_find", "access", "phone", "whatsapp", "email", "website", "is_example",
)  # fmt: skip
LISTS = ("needs", "how_to_come", "spoken", "access")
# Nothing of this leaves the site for a confidential place, not even the part of the city.
WHERE = (*WHERE_EXACTLY, "town", "area")
BETWEEN = ";"


def public_places() -> list[WarmtebronPage]:
    """Return every place that everybody may see, once, with what its row needs."""
    return public(
        WarmtebronPage.objects.originals()
        .live()
        .with_confirmation()
        .select_related("locale", "area", "neighbourhood", "organisation")
        .order_by("path")
    )


def row_of(place: WarmtebronPage) -> Row:
    """Return the row of a place, as it is or as a revision has it."""
    row = {name: getattr(place, name) for name in PLAIN}
    row |= {
        "id": str(place.translation_key),
        "name": place.title,
        "area": place.area.key if place.area else "",
        "neighbourhood": place.neighbourhood.name if place.neighbourhood else "",
        "organisation": place.organisation.name if place.organisation else "",
    }
    if place.is_confidential:
        row |= {name: None if name in ("latitude", "longitude") else "" for name in WHERE}
    return row


def public_row_of(place: Any) -> Row:
    """Return the row of a public place, with what the site itself knows of it."""
    confirmed, modified = place.confirmed_at, place.last_published_at
    return row_of(place) | {
        "url": place.full_url or "",
        "confirmed_on": timezone.localdate(confirmed) if confirmed else None,
        "modified_on": timezone.localdate(modified) if modified else None,
    }


def flat(row: Row) -> Row:
    """Return a row for a table: lists in one cell, dates in ISO's way."""
    return {
        name: BETWEEN.join(value) if isinstance(value, list | tuple) else value
        for name, value in row.items()
    }
