"""The organisation's own data, for the footer and structured data of every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.models import OrganisationSettings
from languages.navigation import footer_links


def organisation(request: HttpRequest) -> dict[str, Any]:
    """Return the organisation's settings and trust links, read only when a template shows them."""
    return {
        "organisation": SimpleLazyObject(lambda: OrganisationSettings.for_request(request)),
        "trust_links": SimpleLazyObject(lambda: footer_links(request)),
    }
