"""A campaign on the eve of its launch, made once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest

from django.core.cache import caches
from django.test import Client, TestCase

from wagtail.models import Site

from challenge.models import Certificate
from challenge.tests.whole import Whole, on_the_eve
from tests.embargo.addresses import public_addresses, values_of
from tests.embargo.probing import Answer, ask_all

LOCAL = "django.core.cache.backends.locmem.LocMemCache"


def probe(whole: Whole) -> dict[str, Answer]:
    """Return what a reader without an account gets everywhere."""
    return ask_all(Client(), public_addresses(whole, values_of(whole)))


@dataclass(frozen=True)
class Eve:
    """The campaign, and what a reader without an account got everywhere."""

    whole: Whole
    before: dict[str, Answer]


@pytest.fixture(scope="module")
def _made(made_once) -> Iterator[Eve]:
    with made_once():
        with TestCase.captureOnCommitCallbacks(execute=True):
            whole = on_the_eve()
            week = whole.campaign.invitees.exclude(week__closed_at=None).get().week
            Certificate.objects.create(week=week)
        yield Eve(whole, probe(whole))


@pytest.fixture
def eve(_made, db, settings) -> Iterator[Whole]:
    """Return the campaign as it was made, with an empty page cache that works."""
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": LOCAL, "LOCATION": uuid4().hex}}
    Site.clear_site_root_paths_cache()
    whole = _made.whole
    for one in (whole.campaign, whole.page, whole.report, whole.release):
        one.refresh_from_db()
    yield whole
    caches["pages"].clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def before(_made) -> dict[str, Answer]:
    """Return what a reader without an account got everywhere, before the launch."""
    return _made.before
