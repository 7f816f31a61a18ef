"""From a page to the bytes and headers that are kept, and from those to an answer."""

from __future__ import annotations

import datetime as dt
from hashlib import blake2b

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from core.pagecache.encodings import IDENTITY, encode
from core.pagecache.store import Headers, Kept
from core.pagecache.visits import Environ

Answer = tuple[int, Headers, bytes]

OK = 200
NOT_MODIFIED = 304
# Ours to set, for each encoding.
_OURS = frozenset(
    {"cache-control", "content-length", "content-encoding", "etag", "vary", "expires"}
)
# Where a response carries how long it is true.
_SECONDS = "kept_seconds"
# What a 304 repeats (RFC 9110, 15.4.5); the client kept the rest.
_WITHOUT_BODY = frozenset({"cache-control", "etag", "vary"})


def forms_of(response: HttpResponse) -> dict[str, Kept]:
    """Return the page in every encoding, each with an ETag of its own (RFC 9110, 8.8.3)."""
    body = response.content
    name = blake2b(body, digest_size=12).hexdigest()
    common = [(key, value) for key, value in response.items() if key.lower() not in _OURS]
    common += [
        ("Cache-Control", cache_control(lifetime_of(response))),
        ("Vary", "Accept-Encoding, Cookie"),
    ]
    return {
        encoding: _form(encoding, form, name, common) for encoding, form in encode(body).items()
    }


def _form(encoding: str, body: bytes, name: str, common: Headers) -> Kept:
    etag = f'"{name}"' if encoding == IDENTITY else f'"{name}-{encoding}"'
    headers = [*common, ("ETag", etag), ("Content-Length", str(len(body)))]
    if encoding != IDENTITY:
        headers.append(("Content-Encoding", encoding))
    return Kept(("", ""), etag, headers, body)


def cache_control(seconds: int | None = None) -> str:
    """Return how long others may keep a page: browsers ask again, a CDN waits a while.

    Not longer than it is true, not even while a CDN asks for the new one.

    Args:
        seconds: how long it is true; without it, until the end of the day.

    """
    most = lifetime() if seconds is None else seconds
    fresh = min(settings.PAGE_CACHE_CDN_SECONDS, most)
    stale = min(settings.PAGE_CACHE_STALE_SECONDS, most - fresh)
    return f"public, max-age=0, s-maxage={fresh}, stale-while-revalidate={stale}"


def lifetime() -> int:
    """Return the seconds that a page is kept: until midnight at the latest.

    What a page says about today (a date, a fact due for review) so ends with the day.
    """
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(days=1)
    return max(1, min(settings.PAGE_CACHE_SECONDS, int((midnight - now).total_seconds())))


def keep_no_longer(response: HttpResponse, seconds: float) -> None:
    """Let this response be kept for so long at most: it says something about the moment."""
    setattr(response, _SECONDS, max(1, int(seconds)))


def lifetime_of(response: HttpResponse) -> int:
    """Return the seconds that this response is kept."""
    return min(lifetime(), getattr(response, _SECONDS, lifetime()))


def answer(kept: Kept, environ: Environ) -> Answer:
    """Return status, headers and body: the page, or 304 for a client that has it."""
    candidates = environ.get("HTTP_IF_NONE_MATCH")
    if candidates and _matches(candidates, kept.etag):
        headers = [pair for pair in kept.headers if pair[0].lower() in _WITHOUT_BODY]
        return NOT_MODIFIED, headers, b""
    return OK, kept.headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else kept.body


def _matches(candidates: str, etag: str) -> bool:
    """Return whether an `If-None-Match` names this ETag (weak comparison)."""
    tags = (tag.strip().removeprefix("W/") for tag in candidates.split(","))
    return any(tag in {etag, "*"} for tag in tags)
