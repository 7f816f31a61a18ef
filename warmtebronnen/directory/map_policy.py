"""What the directory's map may ask for: pieces of a map from one server, and where the phone is."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

from core.security.policy import permissions_policy


def allow_map(response: HttpResponse) -> HttpResponse:
    """Let this page show pieces of the map, and ask the reader where they are."""
    response.headers["Permissions-Policy"] = permissions_policy("geolocation")
    if host := tiles_host():
        # What django-csp's own decorator `csp_update` sets, which takes no setting.
        page: Any = response
        page._csp_update = {"img-src": [host]}  # noqa: SLF001
    return response


def tiles_host() -> str:
    """Return the one server that pieces of the map come from, or nothing."""
    if not settings.MAP_TILES_URL:
        return ""
    parts = urlsplit(settings.MAP_TILES_URL)
    # Leaflet fills in one of several names of the same server.
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"
