"""The demo's settings with the page cache off: every page is made anew."""

from warmrotterdam.settings.dev import *  # noqa: F403
from warmrotterdam.settings.dev import CACHES

CACHES = CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
PAGE_CACHE_JOURNAL = None
