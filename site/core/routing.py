"""Finds the page of an address by two queries, however deep it lies in the tree.

Wagtail asks for the site, the language, the home page and then, level by level,
for a page and for its specific fields: ten queries for a page three levels deep,
and others again for its breadcrumb and restrictions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.views import serve

from core.restrictions import are_there_any, is_public, there_are_none

# Of the pages on the way: what routing, the breadcrumb and its links need. Half of what
# a query of all fields costs goes into the fields.
_NEEDED = (
    "path",
    "depth",
    "numchild",
    "slug",
    "url_path",
    "live",
    "title",
    "translation_key",
    "content_type",
    "alias_of",
    "locale__language_code",
)


class PageRoutingMiddleware:
    """Leaves the page where Wagtail's view looks first; it finds what this cannot."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the rest of Django."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Do nothing to the response."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: Any
    ) -> None:
        """Find the page when the address is one of Wagtail's."""
        if view is serve:
            _route(request, args[0])


def _route(request: Any, path: str) -> None:
    """Keep the page on the request as `Page.route_for_request` does."""
    root = root_of(request)
    components = [component for component in path.split("/") if component]
    pages = _pages_on_the_way(root.root_path, components) if root else []
    if not pages or not pages[0].live:
        # More than one site, or no home page in this language.
        return
    if not pages[0].are_any_restricted:
        there_are_none()
    page = _specific(pages)
    try:
        result = page.route(request, components[len(pages) - 1 :])
    except Http404:
        result = None
    request._wagtail_route_for_request = result  # noqa: SLF001 - named in Wagtail's docstring


def root_of(request: Any) -> SiteRootPath | None:
    """Return where the tree of the reader's language begins, if there is only one site."""
    roots = Site.get_site_root_paths()
    # Links on the page are made from the same list.
    request._wagtail_cached_site_root_paths = roots  # noqa: SLF001
    site_ids = {root.site_id for root in roots}
    if len(site_ids) != 1:
        return None
    # Every link asks for the site, only to compare its id: the rest is read when asked for.
    request._wagtail_site = Site.from_db(DEFAULT_DB_ALIAS, ["id"], site_ids)  # noqa: SLF001
    return next((root for root in roots if root.language_code == get_language()), None)


def _pages_on_the_way(root_path: str, components: list[str]) -> list[Page]:
    """Return the pages from home down, as far as they exist."""
    url_paths = [root_path]
    for component in components:
        url_paths.append(f"{url_paths[-1]}{component}/")
    slugs = {root_path.strip("/").rpartition("/")[2], *components}
    # Slugs have an index, which addresses do not have.
    found = (
        Page.objects.filter(slug__in=slugs, url_path__in=url_paths)
        .select_related("locale")
        .only(*_NEEDED)
        .annotate(are_any_restricted=are_there_any())
    )
    by_url_path = {page.url_path: page for page in found}
    pages = []
    for url_path in url_paths:
        if url_path not in by_url_path:
            break
        pages.append(by_url_path[url_path])
    return pages


def _specific(pages: list[Page]) -> Page:
    """Return the last page with all its fields, and with what is known about it already."""
    found = pages[-1]
    model = found.specific_class or Page
    page = model._default_manager.select_related(*getattr(model, "read_with", ["locale"])).get(
        pk=found.pk
    )
    page.trail = pages[:-1]
    # An alias is as private as its source, which may lie elsewhere in the tree.
    page.is_known_public = is_public(found) and not any(step.alias_of_id for step in pages)
    return page
