"""How long pages are kept that say whether a place is open now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.cache import patch_cache_control

from core.pagecache.answers import keep_no_longer
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.opening_status import Standing
from warmtebronnen.directory.query import NOW

# Of the counts that the form shows, nobody expects more; of a list of what is open now, less.
MOST_SECONDS, SECONDS_OF_NOW = 300, 60
A_DAY = 86_400
# What is made of more choices than this is not kept: there are too many of them.
MOST_CHOICES = 2


def keep_list(response: Any) -> HttpResponse:
    """Keep the directory until the next place on it opens or closes, or not at all."""
    context = response.context_data
    return keep_answer(response, context["places"], [row.standing for row in context["rows"]])


def keep_place(response: Any) -> HttpResponse:
    """Keep the page of a place until it opens or closes."""
    facts, at = response.context_data["facts"], response.context_data["at"]
    keep_no_longer(response, seconds_until_change([facts.standing], at, A_DAY))
    return response


def keep_answer(
    response: HttpResponse,
    places: PlaceList,
    standings: Iterable[Standing],
    most: int = MOST_SECONDS,
) -> HttpResponse:
    """Keep what says these things of places, unless few others will ask for it."""
    asked = places.asked
    if len(asked.values) > MOST_CHOICES or asked.page != places.page.number or asked.is_personal:
        patch_cache_control(response, no_cache=True)
    if asked.values.get("open") == NOW:
        most = SECONDS_OF_NOW
    keep_no_longer(response, seconds_until_change(standings, places.at, most))
    return response


def seconds_until_change(standings: Iterable[Standing], at: dt.datetime, most: int) -> float:
    """Return the seconds until one of these places opens or closes."""
    changes = ((one.until - at).total_seconds() for one in standings if one.until)
    return min([most, *changes])
