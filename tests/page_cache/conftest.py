"""A page cache that works, and a site whose pages are all in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.test import TestCase

from wagtail.models import Site

from tests.page_cache.tree import Tree, grow

LOCAL = "django.core.cache.backends.locmem.LocMemCache"


@pytest.fixture
def page_cache(settings, db) -> Iterator[BaseCache]:
    """Keep pages in memory, as the demo does, empty at first."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": LOCAL, "LOCATION": uuid4().hex, "OPTIONS": {"MAX_ENTRIES": 5000}}
    }
    yield caches["pages"]
    caches["pages"].clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def commit() -> Callable[[], Any]:
    """Return a context in which changes are committed at the end, as in a real request."""
    return partial(TestCase.captureOnCommitCallbacks, execute=True)


@pytest.fixture(scope="module")
def grown(made_once) -> Iterator[Tree]:
    """Make the site once for a module; each test's own changes are rolled back to it."""
    with made_once():
        with TestCase.captureOnCommitCallbacks(execute=True):
            tree = grow()
        yield tree


@pytest.fixture
def tree(grown, page_cache) -> Tree:
    """Return the site with every page in the cache."""
    Site.clear_site_root_paths_cache()
    if grown.kept:
        # Rendering every page once is most of what a test costs.
        page_cache._cache.update(grown.kept[0])
        page_cache._expire_info.update(grown.kept[1])
    else:
        grown.keep_all()
        grown.kept = dict(page_cache._cache), dict(page_cache._expire_info)
    return replace(grown)
