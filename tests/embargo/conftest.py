"""A campaign on the eve of its launch, made once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest

from django.core.cache import caches
from django.db import transaction
from django.test import TestCase

from wagtail.models import Site

from challenge.models import Certificate
from challenge.tests.whole import Whole, on_the_eve

LOCAL = "django.core.cache.backends.locmem.LocMemCache"


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker) -> Iterator[int]:
    """Make it in a transaction around the tests, which is rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            whole = on_the_eve()
            week = whole.campaign.invitees.exclude(week__closed_at=None).get().week
            Certificate.objects.create(week=week)
        yield whole
        transaction.set_rollback(True)


@pytest.fixture
def eve(_made, db, settings) -> Iterator[Whole]:
    """Return the campaign as it was made, with an empty page cache that works."""
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": LOCAL, "LOCATION": uuid4().hex}}
    Site.clear_site_root_paths_cache()
    for one in (_made.campaign, _made.page, _made.report, _made.release):
        one.refresh_from_db()
    yield _made
    caches["pages"].clear()
    Site.clear_site_root_paths_cache()
