"""The search page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wagtail.models import Locale, Page

PER_PAGE = 10
LONGEST_QUERY = 100
FIRST_PAGE_DEPTH = 2


def search(request: HttpRequest) -> HttpResponse:
    """Show the live, public pages in the reader's language that match `?q=`."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    found = Page.objects.none()
    if query:
        found = (
            Page.objects.live()
            .public()
            .filter(locale=Locale.get_active(), depth__gte=FIRST_PAGE_DEPTH)
            .specific()
            .search(query)
        )
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "search/search.html", {"query": query, "results": results})
