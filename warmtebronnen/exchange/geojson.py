"""Places as GeoJSON (RFC 7946): longitude before latitude, always in WGS 84."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from core.opendata.registry import LICENCE_URL
from warmtebronnen.exchange.rows import Row


def collection_of(rows: Iterable[Row]) -> dict[str, Any]:
    """Return a collection of features; a place of which nobody may know where has no geometry."""
    return {
        "type": "FeatureCollection",
        "license": LICENCE_URL,
        "features": [_feature(row) for row in rows],
    }


def _feature(row: Row) -> dict[str, Any]:
    coordinates = [row["longitude"], row["latitude"]]
    properties = {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in row.items()
        if name not in ("id", "latitude", "longitude")
    }
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": None if None in coordinates else _point(coordinates),
        "properties": properties,
    }


def _point(coordinates: list[Decimal]) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [float(degrees) for degrees in coordinates]}
