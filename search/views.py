"""The search page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wagtail.models import Locale, Page, get_page_models

from languages.registry import SOURCE

PER_PAGE = 10
LONGEST_QUERY = 100
FIRST_PAGE_DEPTH = 2


def search(request: HttpRequest) -> HttpResponse:
    """Show the live, public pages that match `?q=` and have an address in the reader's language."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    here = Locale.get_active()
    found = Page.objects.none()
    if query:
        found = (
            Page.objects.live()
            .public()
            .filter(Q(locale=here) | Q(pk__in=_everywhere(here)), depth__gte=FIRST_PAGE_DEPTH)
            .specific()
            .search(query)
        )
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    for page in results:
        if page.locale_id != here.pk:
            page.show_in(here.language_code, [])
    return render(request, "search/search.html", {"query": query, "results": results})


def _everywhere(here: Locale) -> list[int]:
    """Return the pages that this language shows in the words of the site's own language."""
    models = [model for model in get_page_models() if getattr(model, "is_everywhere", False)]
    pages = Page.objects.live().type(*models) if models else Page.objects.none()
    translated = pages.filter(locale=here).values("translation_key")
    return list(
        pages.filter(locale__language_code=SOURCE)
        .exclude(translation_key__in=translated)
        .values_list("pk", flat=True)
    )
