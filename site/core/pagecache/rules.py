"""Which responses may be kept for everybody."""

from __future__ import annotations

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from wagtail.models import Page

from core.pagecache.answers import OK

# Set on the request once a live page is served to somebody who may see it.
SERVED_PAGE = "page_served_live"
# Set on the request by a view that is kept as a page is.
KEPT_VIEW = "kept_view"
# What it is set to by a view that says the same whatever language is asked for; Django's
# middleware says of each address without a language that it varies by it.
ONE_LANGUAGE = "one language"
_KEYED = frozenset({"accept-encoding", "cookie", ""})
_FORBIDDEN = ("private", "no-store", "no-cache")


def may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Return whether this is a public page, the same for every anonymous reader."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == OK
        and not response.cookies
        and not _is_made_for_one(request, response)
        and _will_be_forgotten(request)
    )


def _will_be_forgotten(request: HttpRequest) -> bool:
    """Return whether a change to what is shown is known to change what is at this address."""
    page = getattr(request, SERVED_PAGE, None)
    if page is None:
        return bool(getattr(request, KEPT_VIEW, False))
    return _is_own_address(page, request) and _reads_all(page, request)


def _reads_all(page: Page, request: HttpRequest) -> bool:
    """Return whether the page reads what the address says: else anybody could fill the cache."""
    return request.GET.keys() <= getattr(page, "parameters", frozenset())


def _is_made_for_one(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether a header says that another reader would get something else."""
    keyed = _KEYED
    if getattr(request, KEPT_VIEW, None) == ONE_LANGUAGE:
        keyed |= {"accept-language"}
    cache_control = response.get("Cache-Control", "").lower()
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return (
        any(word in cache_control for word in _FORBIDDEN)
        or not varies <= keyed
        # A nonce that everybody gets protects nobody.
        or "'nonce-" in response.get("Content-Security-Policy", "")
    )


def own_path(page: Page, request: HttpRequest) -> str | None:
    """Return the path under which the page is forgotten when it changes."""
    _site, _root, address = page.get_url_parts(request) or (None, None, None)
    return unquote(address) if address else None


def _is_own_address(page: Page, request: HttpRequest) -> bool:
    """Return whether the page will be forgotten under this address when it changes.

    A page that answers under further addresses names them in Wagtail's
    `get_cached_paths`, which a CDN needs as well.
    """
    own = own_path(page, request)
    return own is not None and any(
        request.path == own + path.lstrip("/") for path in page.get_cached_paths()
    )
