"""Fills the page cache from finished responses, and keeps editors' pages out of caches."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.pagecache.answers import Answer, answer, forms_of, lifetime_of
from core.pagecache.failures import log_failure
from core.pagecache.rules import may_be_kept
from core.pagecache.serving import VISIT, safe_visit
from core.pagecache.shared import one_request
from core.pagecache.store import keep
from core.pagecache.visits import Visit, is_personal

GetResponse = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Comes first, so that what it keeps carries the headers of all the others."""

    def __init__(self, get_response: GetResponse) -> None:
        """Take the rest of Django."""
        self._get_response = get_response

    def get_response(self, request: HttpRequest) -> HttpResponse:
        """Return Django's answer."""
        with one_request():
            return self._get_response(request)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from the cache, or from Django and remember it where that is allowed."""
        # Wagtail's previews pass here under the address of the page as it is live.
        if getattr(request, "is_dummy", False):
            return self.get_response(request)
        visit = request.META.get(VISIT) or safe_visit(request.META)
        if visit is None:
            return _not_for_keeping(request, self.get_response(request))
        if visit.kept is not None:
            return _response(answer(visit.kept, request.META))
        response = self.get_response(request)
        if visit.may_fill and may_be_kept(request, response):
            return _response(_filled(visit, request, response))
        return _not_for_keeping(request, response)


def _not_for_keeping(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Say that no cache may answer others with this, unless the view said what holds.

    What we cannot forget, a CDN may not keep by a rule of its own.
    """
    personal = is_personal(request.META)
    response.headers.setdefault("Cache-Control", "private, no-store" if personal else "no-cache")
    return response


def _filled(visit: Visit, request: HttpRequest, response: HttpResponse) -> Answer:
    """Keep the page and return the answer that others will get too."""
    forms = forms_of(response)
    try:
        keep(visit.address, visit.tokens, forms, lifetime_of(response))
    except Exception:  # noqa: BLE001 - as in `safe_visit`: the reader gets the page all the same
        log_failure("The page cache could not be filled")
    return answer(forms[visit.encoding], request.META)


def _response(finished: Answer) -> HttpResponse:
    status, headers, body = finished
    return HttpResponse(body, status=status, headers=dict(headers))
