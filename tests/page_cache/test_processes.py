"""What one process changes, another stops showing, also when each has its own memory."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from core.pagecache.journal import Journal
from tests.guards.repository import ROOT
from tests.page_cache.visits import is_kept

HOME = "/nl/"


@pytest.fixture
def journal(settings, tmp_path):
    settings.PAGE_CACHE_JOURNAL = tmp_path / "page-cache.journal"
    return settings.PAGE_CACHE_JOURNAL


def test_a_page_that_another_process_changed_is_forgotten_and_the_rest_kept(
    journal, page_cache, client
):
    client.get(HOME)
    assert is_kept(HOME)
    Journal(journal).write(["/nl/over-ons/"])
    assert is_kept(HOME)
    Journal(journal).write([HOME])
    assert not is_kept(HOME)


def test_addresses_of_new_home_pages_are_known_at_once(journal, page_cache, client, cache_of_roots):
    client.get(HOME)
    assert cache_of_roots()
    Journal(journal).write(["*"])
    is_kept(HOME)
    assert not cache_of_roots()


@pytest.fixture
def cache_of_roots():
    from django.core.cache import cache  # noqa: PLC0415

    from wagtail.models.sites import (  # noqa: PLC0415
        SITE_ROOT_PATHS_CACHE_KEY,
        SITE_ROOT_PATHS_CACHE_VERSION,
    )

    return lambda: cache.get(SITE_ROOT_PATHS_CACHE_KEY, version=SITE_ROOT_PATHS_CACHE_VERSION)


def test_a_management_command_is_heard_by_the_server(journal, page_cache, client):
    client.get(HOME)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "VAR_DIR": str(journal.parent),
    }
    command = [sys.executable, str(ROOT / "manage.py"), "forget_pages"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert not is_kept(HOME)
