"""What a reader gets from the page cache, and who gets nothing from it."""

from __future__ import annotations

import gzip

import brotli
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory

from wagtail.models import PageViewRestriction

from accounts.models import User
from core.pagecache import answers
from core.pagecache.serving import CachedPages
from tests.factories import home_in, info_page
from tests.page_cache.conftest import environ, is_kept

pytestmark = pytest.mark.usefixtures("page_cache")

HOME = "/nl/"


@pytest.fixture
def reader():
    return Client()


@pytest.fixture
def editor(db):
    client = Client()
    client.force_login(User.objects.create_superuser("beheer@voorbeeld.example", "warm-demo"))
    return client


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


def test_an_editor_neither_gets_nor_fills_the_cache(reader, editor):
    assert editor.get(HOME).headers["cache-control"] == "private, no-store"
    assert not is_kept(HOME)
    reader.get(HOME)
    response = editor.get(HOME)
    assert response.headers["cache-control"] == "private, no-store"
    assert "etag" not in response.headers


@pytest.mark.parametrize("cookie", ["sessionid=nobody", "a=1; messages=x", "sessionid="])
def test_a_client_with_a_cookie_of_its_own_is_rendered_for(cookie, reader):
    reader.get(HOME)
    assert "etag" not in Client(headers={"cookie": cookie}).get(HOME).headers


def test_a_password_in_the_request_is_never_answered_from_the_cache(reader):
    reader.get(HOME)
    assert "etag" not in reader.get(HOME, headers={"authorization": "Basic eDp5"}).headers


def test_a_foreign_cookie_changes_nothing(reader):
    reader.get(HOME)
    assert "etag" in Client(headers={"cookie": "theme=dark; _ga=1"}).get(HOME).headers


def test_who_has_a_form_token_is_served_but_leaves_nothing(reader):
    """A token is set in a cookie once only, so its trace in a page could not be seen."""
    holder = Client(headers={"cookie": "csrftoken=abcdefghijklmnopqrstuvwxyz123456"})
    holder.get(HOME)
    assert not is_kept(HOME)
    reader.get(HOME)
    assert "etag" in holder.get(HOME).headers


def test_tracking_parameters_neither_miss_nor_multiply(reader, django_assert_num_queries):
    reader.get(HOME)
    for query in ("utm_source=mail&utm_campaign=x", "fbclid=1", "mc_cid=1&utm_medium="):
        with django_assert_num_queries(0):
            assert reader.get(f"{HOME}?{query}").status_code == 200


def test_an_address_with_tracking_keeps_nothing(reader):
    reader.get(f"{HOME}?utm_source=mail")
    assert not is_kept(HOME)


def test_other_parameters_are_rendered_each_time(reader):
    reader.get(HOME)
    response = reader.get(f"{HOME}?q=1")
    assert response.status_code == 200
    assert "etag" not in response.headers


def test_a_parameter_that_pages_read_has_its_own_entry_in_any_order(reader, settings):
    settings.PAGE_CACHE_PARAMETERS = frozenset({"pagina", "soort"})
    first = reader.get(f"{HOME}?pagina=2&soort=nieuws")
    assert "etag" in first.headers
    assert is_kept_with("soort=nieuws&pagina=2")
    assert is_kept_with("pagina=2&utm_source=mail&soort=nieuws")
    assert not is_kept_with("pagina=3&soort=nieuws")
    assert not is_kept_with("")


def is_kept_with(query: str) -> bool:
    return is_kept(HOME, query)


def test_a_host_that_is_not_ours_gets_and_keeps_nothing(reader):
    reader.get(HOME)
    for _again in range(2):
        assert reader.get(HOME, headers={"host": "evil.example"}).status_code == 400


def test_hosts_and_schemes_do_not_share_entries(reader):
    reader.get(HOME, headers={"host": "testserver"})
    assert not is_kept_at(HTTP_HOST="localhost")
    assert not is_kept_at(HTTP_HOST="testserver", **{"wsgi.url_scheme": "https"})
    assert is_kept_at(HTTP_HOST="TestServer")


def is_kept_at(**extra: str) -> bool:
    return is_kept(HOME, **{"HTTP_HOST": "testserver"} | extra)


@pytest.mark.parametrize("address", ["/", "/nl/zoeken/", "/nl/bestaat-niet/", "/beheer/", "/tr/"])
def test_only_live_pages_are_kept(reader, address):
    reader.get(address)
    assert not is_kept(address)


def test_post_keeps_nothing(reader):
    reader.post(HOME)
    assert not is_kept(HOME)


@pytest.mark.parametrize(
    "restriction",
    [
        {"restriction_type": PageViewRestriction.PASSWORD, "password": "warm"},
        {"restriction_type": PageViewRestriction.LOGIN},
    ],
)
def test_private_pages_are_never_kept_and_go_at_once(reader, commit, restriction):
    with commit():
        section = info_page(home_in("nl"), "Vertrouwelijk", "vertrouwelijk")
        below = info_page(section, "Nog iets", "nog-iets")
    for page in (section, below):
        reader.get(page.url)
        assert is_kept(page.url)
    with commit():
        PageViewRestriction.objects.create(page=section, **restriction)
    for page in (section, below):
        assert not is_kept(page.url)
        response = reader.get(page.url)
        assert "public" not in response.headers.get("cache-control", "")
        assert not is_kept(page.url)


def test_preview_shows_the_draft_and_keeps_nothing(reader):
    page = info_page(home_in("nl"), "Zoals het is", "zoals-het-is")
    reader.get(page.url)
    page.title = "Zoals het wordt"
    assert "Zoals het wordt" in page.make_preview_request().content.decode()
    assert "Zoals het is" in reader.get(page.url).content.decode()


def test_a_page_of_another_language_is_not_kept_under_a_wrong_address(reader):
    page = info_page(home_in("nl"), "Contact", "contact")
    wrong = page.url.replace("/nl/", "/en/")
    reader.get(wrong)
    assert not is_kept(wrong)


def test_entries_end_with_the_day(reader, settings, monkeypatch):
    night = answers.timezone.localtime().replace(hour=23, minute=58, second=20, microsecond=0)
    monkeypatch.setattr(answers.timezone, "localtime", lambda: night)
    assert answers.lifetime() == 100
    assert "s-maxage=100," in reader.get(HOME).headers["cache-control"]


# The same from the WSGI server's side --------------------------------------


def ask(path: str, method: str = "GET", **headers: str):
    """Return status, headers and body as a WSGI server gets them."""
    request = RequestFactory().generic(method, path, headers=headers).META
    answered = {}

    def start_response(status, fields, _error=None):
        answered.update(status=status, headers={key.lower(): value for key, value in fields})

    # As the test client does: the test's own transaction is not Django's to close.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        body = b"".join(CachedPages(WSGIHandler())(request, start_response))
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
    return answered["status"], answered["headers"], body


def test_the_server_answers_hits_without_django(monkeypatch):
    status, headers, body = ask(HOME, accept_encoding="br")
    assert status == "200 OK"
    monkeypatch.setattr("django.core.handlers.wsgi.WSGIHandler.__call__", None)
    assert ask(HOME, accept_encoding="br") == (status, headers, body)
    assert ask(HOME, "HEAD", accept_encoding="br") == (status, headers, b"")
    not_modified, _headers, nothing = ask(HOME, accept_encoding="br", if_none_match=headers["etag"])
    assert (not_modified, nothing) == ("304 Not Modified", b"")


def test_a_broken_cache_costs_speed_and_no_page(reader, page_cache, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        message = "the cache server is gone"
        raise ConnectionError(message)

    for operation in ("get_many", "set_many", "add"):
        monkeypatch.setattr(type(page_cache), operation, fail)
    for _again in range(3):
        assert ask(HOME)[0] == "200 OK"
    assert len([record for record in caplog.records if "page cache" in record.message]) == 1


@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200
)
@given(
    query=st.text(st.characters(codec="latin-1"), max_size=60),
    accept=st.text(st.characters(codec="latin-1"), max_size=60),
    path=st.text(st.characters(codec="latin-1"), max_size=30),
    cookie=st.text(st.characters(codec="latin-1"), max_size=30),
    tag=st.text(st.characters(codec="latin-1"), max_size=30),
)
def test_no_request_breaks_the_cache(query, accept, path, cookie, tag):
    request = environ(HOME) | {
        "PATH_INFO": f"/{path}",
        "QUERY_STRING": query,
        "HTTP_ACCEPT_ENCODING": accept,
        "HTTP_COOKIE": cookie,
        "HTTP_IF_NONE_MATCH": tag,
    }
    answered = []
    body = CachedPages(lambda _environ, _start: [b"django"])(
        request, lambda status, fields: answered.append((status, fields))
    )
    assert body
