"""The places of a list as data for the scripts of the directory: the map and the own list.

Only what the list shows as well. Of a confidential place there is no point to give.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from warmtebronnen import hours
from warmtebronnen.addresses import place_path
from warmtebronnen.directory.contact_links import call_link
from warmtebronnen.directory.entries import Entry
from warmtebronnen.directory.listing import PlaceList, words_for
from warmtebronnen.directory.opening_status import standing
from warmtebronnen.directory.wording import say_standing


def plain(places: PlaceList) -> list[dict[str, Any]]:
    """Return all places that an address asks for, in the order of the list."""
    return [_plain(entry, places) for entry in places.in_order()]


def _plain(entry: Entry, places: PlaceList) -> dict[str, Any]:
    words = words_for(entry, places.language)
    today = places.at.astimezone(hours.ZONE).date()
    return {
        "slug": entry.slug,
        "name": words.title,
        "lang": words.language,
        "url": place_path(places.language, entry.slug),
        "where": entry.address or entry.neighbourhood[1] or entry.area[1],
        "point": [round(entry.point.latitude, 5), round(entry.point.longitude, 5)]
        if entry.point
        else None,
        "phone": entry.phone,
        "call": call_link(entry.phone) if entry.phone else "",
        "standing": say_standing(standing(entry, places.at), places.at),
        "hours": hours_lines(entry.hours, places.language, today),
    }


@lru_cache(maxsize=16384)
def hours_lines(spec: str, _language: str, today: dt.date) -> tuple[str, ...]:
    """Return hours in words, a line for each kind of day, in the language that is spoken now."""
    try:
        found = hours.summary(spec, today) if spec else None
    except hours.HoursError:
        return ()
    return tuple(str(line) for line in found.lines) if found else ()
