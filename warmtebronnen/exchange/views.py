"""The places as files: one row, feature or service for each, whatever its translations."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.opendata.registry import LICENCE_URL
from core.opendata.tables import csv_response
from core.pagecache.registry import Views
from core.pagecache.views import kept_in_one_language
from warmtebronnen.datasets import PLACE_COLUMNS
from warmtebronnen.exchange.geojson import collection_of
from warmtebronnen.exchange.hsds import services
from warmtebronnen.exchange.rows import flat, public_places, public_row_of
from warmtebronnen.models import Notice

CSV, GEOJSON, HSDS = "data/warmtebronnen.csv", "data/warmtebronnen.geojson", "data/hsds.json"


def data_addresses() -> Views:
    """Return where the files are."""
    return Views(tuple(f"/{path}" for path in (CSV, GEOJSON, HSDS)))


@require_safe
@kept_in_one_language
def places_csv(request: HttpRequest) -> HttpResponse:
    """Return the places as a table."""
    rows = (flat(public_row_of(place)) for place in public_places())
    return csv_response("warmtebronnen.csv", PLACE_COLUMNS, rows)


@require_safe
@kept_in_one_language
def places_geojson(request: HttpRequest) -> HttpResponse:
    """Return the places as points on a map, and those that nobody may find as no point."""
    rows = [public_row_of(place) for place in public_places()]
    return _json(collection_of(rows), "warmtebronnen.geojson", "application/geo+json")


@require_safe
@kept_in_one_language
def places_hsds(request: HttpRequest) -> HttpResponse:
    """Return the places as Open Referral's services."""
    notices: defaultdict[int, list[Notice]] = defaultdict(list)
    for notice in Notice.objects.holding_on(timezone.localdate()):
        notices[notice.place_id].append(notice)
    return _json(services(public_places(), notices), "hsds.json", "application/json")


def _json(content: dict[str, Any], filename: str, content_type: str) -> HttpResponse:
    return JsonResponse(
        content,
        content_type=content_type,
        json_dumps_params={"ensure_ascii": False},
        headers={
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Link": f'<{LICENCE_URL}>; rel="license"',
        },
    )
