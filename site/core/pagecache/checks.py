"""Says before the site goes live where the page cache could show something stale."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004

_LOCAL_HOSTS = ("", "localhost", "127.0.0.1", "::1")


@register(Tags.caches, deploy=True)
def check_page_cache(**_kwargs: Any) -> list[CheckMessage]:
    """Return what is wrong with a page cache in each process's own memory."""
    if not isinstance(caches["pages"], LocMemCache):
        return []
    messages: list[CheckMessage] = []
    journal = settings.PAGE_CACHE_JOURNAL
    if journal is None or not os.access(journal.parent, os.W_OK):
        messages.append(
            Error(
                "Processes cannot tell each other which pages changed.",
                hint="Let VAR_DIR name a folder that every process on this machine may "
                "write to, or set CACHE_URL to a Redis or Valkey server.",
                id="pagecache.E001",
            )
        )
    host = settings.DATABASES["default"].get("HOST", "")
    if host not in _LOCAL_HOSTS and not host.startswith("/"):
        messages.append(
            Warning(
                "Pages are cached in memory, while the database is on another machine: "
                "a second web machine would show pages that the first one has changed.",
                hint="Set CACHE_URL to a Redis or Valkey server. With one web machine, "
                'add "pagecache.W001" to SILENCED_SYSTEM_CHECKS.',
                id="pagecache.W001",
            )
        )
    return messages
