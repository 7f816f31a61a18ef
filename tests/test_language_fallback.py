"""A page that lacks a language sends its reader on, never to an empty 'not found'."""

import pytest

from tests.factories import home_in, info_page, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return info_page(home_in("nl"), "Over ons", "over-ons")


def test_page_without_translation_goes_to_english_first(client, about):
    translated(about, "en", slug="about-us")
    assert client.get("/tr/over-ons/").headers["location"] == "/en/about-us/"


def test_page_with_dutch_only_goes_to_dutch(client, about):
    response = client.get("/tr/over-ons/")
    assert response.status_code == 302
    assert response.headers["location"] == "/nl/over-ons/"


def test_simple_dutch_falls_back_to_dutch_before_english(client, about):
    translated(about, "en")
    assert client.get("/nl-simple/over-ons/").headers["location"] == "/nl/over-ons/"


def test_slug_of_another_language_finds_the_readers_own_page(client, about):
    translated(about, "en", slug="about-us")
    assert client.get("/en/over-ons/").headers["location"] == "/en/about-us/"


def test_home_without_translation_goes_to_a_home_that_exists(client):
    home_in("nl")
    assert client.get("/pap/").headers["location"] == "/nl/"


def test_unpublished_translation_is_not_offered(client, about):
    translated(about, "en").unpublish()
    assert client.get("/tr/over-ons/").headers["location"] == "/nl/over-ons/"


def test_address_that_never_existed_stays_not_found(client):
    home_in("nl")
    assert client.get("/nl/bestaat-niet/").status_code == 404
    assert client.get("/xx/bestaat-niet/", follow=True).status_code == 404
