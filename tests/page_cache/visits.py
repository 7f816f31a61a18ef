"""Looking into the page cache, as a request would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.test import Client, RequestFactory

from core.pagecache.visits import visit_of


def environ(path: str, query: str = "", **extra: Any) -> dict[str, Any]:
    """Return the WSGI environment of a request as the test client makes it."""
    return RequestFactory().get(path).META | {"QUERY_STRING": query} | extra


def is_kept(path: str, query: str = "", **extra: Any) -> bool:
    """Return whether the page at this address would be answered from the cache."""
    visit = visit_of(environ(path, query, **extra))
    return visit is not None and visit.kept is not None


def keep_all(urls: Iterable[str]) -> None:
    """Let readers visit each address, and see that its page is kept."""
    for url in urls:
        assert Client().get(url).status_code == 200, url
        # Rendered again, now that data can be kept under the page's token.
        assert Client().get(f"{url}?parameter").status_code == 200, url
        assert is_kept(url), url
