"""Readers are sent on to a language that a page has, instead of to an empty 'not found'."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

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


class AddressLocaleMiddleware(LocaleMiddleware):
    """Puts a language before addresses that lack one, as Django does, but not before every one.

    Django tries that with each 'not found', also where the address is one of ours without a
    language: a link that no longer works, or data that is not public yet. There the view's
    own answer stays.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Keep what a view answered; leave the rest to Django."""
        if response.status_code != HTTPStatus.NOT_FOUND or request.resolver_match is None:
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", get_language() or "")
        return response
