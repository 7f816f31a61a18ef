"""Hands out who sits in which council."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from challenge.models import Council
from challenge.people.popolo import popolo
from core.opendata.registry import LICENCE_URL
from core.pagecache.registry import Views
from core.pagecache.views import kept_in_one_language
from core.seo.metadata import absolute


def people_addresses() -> Views:
    """Return where the files are."""
    slugs = Council.objects.values_list("slug", flat=True)
    each = (reverse("popolo", args=[slug]) for slug in slugs)
    return Views((reverse("popolo_index"), *each))


@require_safe
@kept_in_one_language
def councils(request: HttpRequest) -> HttpResponse:
    """Return which councils there are, and where each is found."""
    found = [
        {
            "name": one.name,
            "is_example": one.is_example,
            "url": absolute(reverse("popolo", args=[one.slug])),
        }
        for one in Council.objects.order_by("name")
    ]
    return _json({"councils": found})


@require_safe
@kept_in_one_language
def council(request: HttpRequest, slug: str) -> HttpResponse:
    """Return who sits in one council."""
    return _json(popolo(get_object_or_404(Council, slug=slug)))


def _json(content: dict[str, Any]) -> HttpResponse:
    return JsonResponse(
        content,
        json_dumps_params={"ensure_ascii": False},
        headers={"Link": f'<{LICENCE_URL}>; rel="license"'},
    )
