"""What a reader gets from the page cache, and who gets nothing from it."""

from __future__ import annotations

import gzip

import brotli
import pytest

from django.test import Client

from core.pagecache import answers
from tests.page_cache.visits import is_kept

pytestmark = pytest.mark.usefixtures("page_cache")

HOME = "/nl/"


@pytest.fixture
def reader():
    return Client()


def test_second_reader_costs_no_query_and_gets_the_same_bytes(reader, django_assert_num_queries):
    first = reader.get(HOME)
    with django_assert_num_queries(0):
        second = Client().get(HOME)
    assert second.status_code == 200
    assert second.content == first.content
    assert second.headers == first.headers
    assert "set-cookie" not in second.headers
    assert not second.cookies


def test_headers_fit_browsers_and_a_cdn(reader):
    for response in (reader.get(HOME), reader.get(HOME)):
        control = response.headers["cache-control"]
        assert control == "public, max-age=0, s-maxage=300, stale-while-revalidate=60"
        assert response.headers["vary"] == "Accept-Encoding, Cookie"
        assert response.headers["content-length"] == str(len(response.content))
        assert response.headers["content-language"] == "nl"
        assert "default-src" in response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("accept", "decode", "encoding"),
    [
        ("br, gzip", brotli.decompress, "br"),
        ("gzip", gzip.decompress, "gzip"),
        ("br;q=0, gzip;q=0", bytes, None),
        ("", bytes, None),
    ],
)
def test_each_encoding_is_the_same_page_with_its_own_etag(reader, accept, decode, encoding):
    plain = reader.get(HOME)
    response = reader.get(HOME, headers={"accept-encoding": accept})
    assert response.headers.get("content-encoding") == encoding
    assert decode(response.content) == plain.content
    assert (response.headers["etag"] == plain.headers["etag"]) == (encoding is None)


@pytest.mark.parametrize("accept", ["", "gzip", "br"])
def test_a_browser_that_has_the_page_gets_no_body(reader, accept, django_assert_num_queries):
    headers = {"accept-encoding": accept}
    etag = reader.get(HOME, headers=headers).headers["etag"]
    for known in (etag, f'"other", W/{etag}', "*"):
        with django_assert_num_queries(0):
            response = reader.get(HOME, headers=headers | {"if-none-match": known})
        assert response.status_code == 304
        assert response.content == b""
        assert response.headers["etag"] == etag
        assert response.headers["vary"] == "Accept-Encoding, Cookie"
        assert "content-length" not in response.headers
    for unknown in ('"other"', etag.strip('"'), "W/", ""):
        assert reader.get(HOME, headers=headers | {"if-none-match": unknown}).status_code == 200


def test_a_page_that_was_not_kept_can_be_unchanged_too(reader, page_cache):
    etag = reader.get(HOME).headers["etag"]
    page_cache.clear()
    assert reader.get(HOME, headers={"if-none-match": etag}).status_code == 304


def test_head_has_the_headers_of_get_and_no_body(reader, django_assert_num_queries):
    page = reader.get(HOME)
    with django_assert_num_queries(0):
        head = reader.head(HOME)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers == page.headers


def test_head_alone_keeps_nothing(reader):
    reader.head(HOME)
    assert not is_kept(HOME)


def test_entries_end_with_the_day(reader, settings, monkeypatch):
    night = answers.timezone.localtime().replace(hour=23, minute=58, second=20, microsecond=0)
    monkeypatch.setattr(answers.timezone, "localtime", lambda: night)
    assert answers.lifetime() == 100
    assert "s-maxage=100," in reader.get(HOME).headers["cache-control"]
