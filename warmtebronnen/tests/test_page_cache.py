"""Lists are kept for all readers, forgotten by every change, and never with where somebody is."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from django.core.cache import caches
from django.test import Client, TestCase
from django.utils import timezone

from warmtebronnen.hours import ZONE
from warmtebronnen.models import Notice
from warmtebronnen.tests.factories import public_place

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/nl/warmtebronnen/",
    "/pl/warmtebronnen/?wat=&postcode=",
    "/nl/warmtebronnen/plekken.json",
    "/ar/warmtebronnen/eten/",
]


@pytest.fixture(autouse=True)
def _cache(settings):
    backend = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "keeping"}
    settings.CACHES = settings.CACHES | {"pages": backend}
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def is_kept(address: str) -> bool:
    """Return whether an answer was kept: it says so to those who may keep it as well."""
    return "s-maxage" in Client().get(address)["Cache-Control"]


def test_a_notice_is_seen_at_once_on_every_page_that_was_kept(django_assert_num_queries):
    with TestCase.captureOnCommitCallbacks(execute=True):
        place = public_place("eten", hours="24/7")
    before = [Client().get(address).content for address in ADDRESSES]
    with django_assert_num_queries(0):
        assert [Client().get(address).content for address in ADDRESSES] == before
    with TestCase.captureOnCommitCallbacks(execute=True):
        Notice.objects.create(place=place, is_closed=True)
    after = [Client().get(address).content for address in ADDRESSES]
    assert not set(before) & set(after)


def test_what_says_open_now_is_not_kept_for_longer_than_a_few_minutes():
    public_place("eten", hours="24/7")
    for address in ADDRESSES:
        header = Client().get(address)["Cache-Control"]
        assert int(re.search(r"s-maxage=(\d+)", header)[1]) <= 300
    header = Client().get("/nl/warmtebronnen/?open=nu")["Cache-Control"]
    assert int(re.search(r"s-maxage=(\d+)", header)[1]) <= 60


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_kept_beyond_the_moment_at_which_a_place_closes(address):
    now = timezone.now().astimezone(ZONE)
    opens, closes = (now + dt.timedelta(minutes=minutes) for minutes in (-60, 2))
    public_place("eten", hours=f"Mo-Su {opens:%H:%M}-{closes:%H:%M}")
    header = Client().get(address)["Cache-Control"]
    assert int(re.search(r"s-maxage=(\d+)", header)[1]) <= 120


@pytest.mark.parametrize("query", ["postcode=3011", "postcode=x", "lat=51.9&lon=4.4", "pagina=9"])
def test_where_somebody_is_and_pages_that_are_not_there_are_not_kept(query):
    public_place("eten")
    assert is_kept("/nl/warmtebronnen/")
    assert not is_kept(f"/nl/warmtebronnen/?{query}")


def test_only_the_directory_may_ask_where_a_phone_is_and_load_pieces_of_a_map(settings):
    public_place("eten")
    settings.MAP_TILES_URL = "https://{s}.tiles.example/{z}/{x}/{y}.png"
    response = Client().get("/nl/warmtebronnen/")
    assert "geolocation=(self)" in response["Permissions-Policy"]
    assert "https://*.tiles.example" in response["Content-Security-Policy"]
    other = Client().get("/nl/warmtebronnen/eten/")
    assert "geolocation=()" in other["Permissions-Policy"]
    assert "tiles.example" not in other["Content-Security-Policy"]


def test_the_map_is_that_of_its_package():
    root = Path(__file__).parents[2]
    package = root / "node_modules/leaflet/dist"
    if not package.exists():
        pytest.skip("npm's packages are not here")
    copied = root / "static/leaflet"
    assert (copied / "leaflet.css").read_bytes() == (package / "leaflet.css").read_bytes()
    script = (package / "leaflet.js").read_text().split("//# sourceMappingURL")[0]
    assert (copied / "leaflet.js").read_text().strip() == script.strip()
