"""A page cache that works, and what is needed to look into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from django.core.cache import caches
from django.test import Client, RequestFactory

from wagtail.models import Page

from core.pagecache.visits import visit_of

LOCAL = "django.core.cache.backends.locmem.LocMemCache"


@pytest.fixture
def page_cache(settings, db):
    """Keep pages in memory, as the demo does, empty at first."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": LOCAL, "LOCATION": uuid4().hex, "OPTIONS": {"MAX_ENTRIES": 5000}}
    }
    yield caches["pages"]
    caches["pages"].clear()


@pytest.fixture
def commit(django_capture_on_commit_callbacks) -> Callable[[], Any]:
    """Return a context in which changes are committed at the end, as in a real request."""
    return partial(django_capture_on_commit_callbacks, execute=True)


def environ(path: str, query: str = "", **extra: Any) -> dict[str, Any]:
    """Return the WSGI environment of a request as the test client makes it."""
    return RequestFactory().get(path).META | {"QUERY_STRING": query} | extra


def is_kept(path: str, query: str = "", **extra: Any) -> bool:
    """Return whether the page at this address would be answered from the cache."""
    visit = visit_of(environ(path, query, **extra))
    return visit is not None and visit.kept is not None


def keep_all(pages: Iterable[Page]) -> None:
    """Visit each page once, and see that it is kept."""
    for page in pages:
        url = page.get_url()
        assert Client().get(url).status_code == 200, url
        assert is_kept(url), url
