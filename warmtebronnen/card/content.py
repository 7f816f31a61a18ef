"""What stands on a card, as plain data for `card.typ`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from core.seo.metadata import absolute
from core.typesetting import code
from warmtebronnen.addresses import directory_path, place_path
from warmtebronnen.directory.entries import Entry
from warmtebronnen.directory.listing import PlaceList, words_for
from warmtebronnen.directory.places_json import hours_lines
from warmtebronnen.vocabulary import Need

SIZES = ("a4", "zak")
# More do not help somebody who looks for a door; the code leads to all of them.
MOST = {"a4": 24, "zak": 16}


def card_data(places: PlaceList, title: str, size: str, day: dt.date) -> dict[str, Any]:
    """Return what the card of a list says."""
    entries = places.in_order()
    shown = entries[: MOST[size]]
    return {
        "size": size,
        "language": places.language,
        "rtl": get_language_bidi(),
        "title": title,
        "lead": _("Warm places: come in as you are."),
        "places": [_place(entry, places, day) for entry in shown],
        "all": _("All places, with what is open now"),
        "address": absolute(directory_path(places.language) + places.asked.query()),
        "made": _("Made on %(date)s. Hours change: look at the site or call first.")
        % {"date": date_format(day, "DATE_FORMAT")},
        "labels": {
            "secret": _("The address is secret"),
            "unknown": _("We do not know the opening hours. Call before you go."),
            "example": _("Example"),
        },
    }


def files_of(data: dict[str, Any]) -> dict[str, bytes]:
    """Return the codes of a card, by the names under which it asks for them."""
    codes = {"all.svg": data["address"]}
    if data["size"] == "a4":
        codes |= {place["code"]: place["address"] for place in data["places"]}
    return {name: code(address) for name, address in codes.items()}


def _place(entry: Entry, places: PlaceList, day: dt.date) -> dict[str, Any]:
    words = words_for(entry, places.language)
    return {
        "name": words.title,
        "where": entry.address or entry.neighbourhood[1] or entry.area[1],
        "is_secret": entry.is_confidential,
        "is_example": entry.is_example,
        "needs": [str(Need(need).label) for need in entry.needs if need in Need.values],
        "hours": list(hours_lines(entry.hours, places.language, day)),
        "phone": entry.phone,
        "address": absolute(place_path(places.language, entry.slug)),
        "code": f"{entry.slug}.svg",
    }
