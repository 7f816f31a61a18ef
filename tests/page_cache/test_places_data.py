"""The places as open data: kept for readers of all languages, until something changes."""

from __future__ import annotations

import pytest

from django.test import Client

from tests.page_cache.visits import is_kept
from warmtebronnen.models import Notice
from warmtebronnen.tests.factories import public_place

pytestmark = pytest.mark.django_db

HSDS = "/data/hsds.json"
FILES = ("/data/warmtebronnen.csv", "/data/warmtebronnen.geojson", HSDS)


def test_files_are_kept_until_something_changes(page_cache, commit):
    with commit():
        page = public_place()
    for address in FILES:
        first = Client().get(address, headers={"accept-language": "tr"})
        assert is_kept(address)
        again = Client().get(address, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304
    with commit():
        Notice.objects.create(place=page, text="Dicht", is_closed=True)
    assert not [address for address in FILES if is_kept(address)]
    Client().get(HSDS)
    with commit():
        page.unpublish()
    assert not is_kept(HSDS)
    assert Client().get(HSDS).json()["contents"] == []
