"""Readers are sent on to a language that a page has, instead of to an empty 'not found'."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from wagtail.models import Site

from languages.fallback import best_address


class LanguageFallbackMiddleware:
    """Turns 'not found' into a redirect where the page exists in another language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the rest of the chain does, but for pages that lack a language."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND or request.method not in {"GET", "HEAD"}:
            return response
        site = Site.find_for_request(request)
        address = best_address(site, request.path_info) if site else None
        return HttpResponseRedirect(address) if address else response
