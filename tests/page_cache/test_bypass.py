"""Who gets nothing from the page cache, and what is never put in."""

from __future__ import annotations

import pytest

from django.test import Client

from wagtail.models import PageViewRestriction

from accounts.models import User
from home.models import HomePage
from tests.factories import home_in, info_page
from tests.page_cache.visits import is_kept

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


def test_a_parameter_that_nobody_reads_there_keeps_nothing(reader):
    response = reader.get(f"{HOME}?pagina=2")
    assert "etag" not in response.headers
    assert not is_kept_with("pagina=2")


def test_a_parameter_that_pages_read_has_its_own_entry_in_any_order(reader, monkeypatch):
    monkeypatch.setattr(HomePage, "parameters", frozenset({"pagina", "soort"}))
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


@pytest.mark.parametrize("address", ["/", "/nl/zoeken/?q=warm", "/nl/bestaat-niet/", "/nl/?x=1"])
def test_what_is_not_kept_may_not_be_kept_by_others(reader, address):
    assert reader.get(address).headers["cache-control"] == "no-cache"
