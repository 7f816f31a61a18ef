"""The page that lists the open data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.opendata.registry import LICENCE, LICENCE_URL, datasets


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every dataset with its files, its licence and what its columns mean."""
    context = {"datasets": datasets(), "licence": LICENCE, "licence_url": LICENCE_URL}
    return render(request, "core/open_data.html", context)
