"""What a request asks of the cache, read from its WSGI environment alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

from core.pagecache.encodings import preferred_encoding
from core.pagecache.store import Address, Kept, Tokens, address, find

Environ = dict[str, Any]

# Added to links by mailings and social media, read by none of our pages. A page
# asked for with them may be answered from the cache, but is never kept.
_TRACKING = frozenset(
    {"fbclid", "gclid", "igshid", "li_fat_id", "mc_cid", "mc_eid", "msclkid", "ttclid"}
)
_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_")
# The name of Django's cookie storage for messages, which no setting changes.
_MESSAGES_COOKIE = "messages"


@dataclass(frozen=True, slots=True)
class Visit:
    """A request that the cache may answer.

    Attributes:
        address: where its page is kept.
        encoding: the form in which the client wants the bytes.
        tokens: what the cache knew when the request came in.
        kept: the page, if it is there.
        may_fill: whether the page rendered for this request may be kept for others.

    """

    address: Address
    encoding: str
    tokens: Tokens
    kept: Kept | None
    may_fill: bool


def visit_of(environ: Environ) -> Visit | None:
    """Return what the cache has for this request, or None if that must not be asked."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or is_personal(environ):
        return None
    host = _host(environ)
    query = _normalised(environ.get("QUERY_STRING", ""))
    if query is None:
        return None
    at = address(_scheme(environ), host, path_of(environ), query)
    encoding = preferred_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    tokens, kept = find(at, encoding)
    return Visit(at, encoding, tokens, kept, may_fill=_may_fill(environ))


def is_personal(environ: Environ) -> bool:
    """Return whether the answer may be for this client alone: signed in, or with a message."""
    if "HTTP_AUTHORIZATION" in environ:
        return True
    cookies = environ.get("HTTP_COOKIE", "")
    return bool(cookies) and not _cookie_names(cookies).isdisjoint(
        (settings.SESSION_COOKIE_NAME, _MESSAGES_COOKIE)
    )


def path_of(environ: Environ) -> str:
    """Return the path as text; WSGI hands it over as bytes disguised as Latin-1."""
    return environ["PATH_INFO"].encode("latin-1", "replace").decode("utf-8", "surrogateescape")


def _may_fill(environ: Environ) -> bool:
    """Return whether nothing in the request can leave a trace in the page.

    A form's token is set in a cookie the first time only, so that a page made
    for somebody who has that cookie would not show that it holds one.
    """
    return (
        environ["REQUEST_METHOD"] == "GET"
        and not _is_tracked(environ.get("QUERY_STRING", ""))
        and settings.CSRF_COOKIE_NAME not in _cookie_names(environ.get("HTTP_COOKIE", ""))
    )


def _scheme(environ: Environ) -> str:
    """Return `https` or `http`, as Django's `request.scheme` does."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, secure_value = settings.SECURE_PROXY_SSL_HEADER
        value = environ.get(name)
        if value is not None:
            return "https" if value.split(",", 1)[0].strip() == secure_value else "http"
    return environ.get("wsgi.url_scheme", "http")


def _host(environ: Environ) -> str:
    """Return the host as Django reads it.

    It is not checked against `ALLOWED_HOSTS` here: nothing is ever kept under a
    host that Django refused.
    """
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    if settings.USE_X_FORWARDED_HOST:
        host = environ.get("HTTP_X_FORWARDED_HOST", host)
    if settings.USE_X_FORWARDED_PORT:
        host = f"{host} {environ.get('HTTP_X_FORWARDED_PORT', '')}"
    return host.lower()


def _cookie_names(cookies: str) -> frozenset[str]:
    return frozenset(part.partition("=")[0].strip() for part in cookies.split(";"))


@lru_cache(maxsize=1024)
def _normalised(query: str) -> str | None:
    """Return the query without tracking and in one order, or None if a page may read it."""
    if not query:
        return ""
    rest = [pair for pair in _pairs(query) if not _tracks(pair[0])]
    if any(name not in settings.PAGE_CACHE_PARAMETERS for name, _value in rest):
        return None
    return urlencode(sorted(rest))


def _is_tracked(query: str) -> bool:
    return bool(query) and any(_tracks(name) for name, _value in _pairs(query))


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True, errors="surrogateescape")


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
