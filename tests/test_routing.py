"""A page is found wherever it lies, for the same number of queries, and only if it may be."""

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction, Site

from tests.factories import home_in, info_page, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return info_page(home_in("nl"), "Over ons", "over-ons")


def queries_of(client, page) -> int:
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.url).status_code == 200
    return len(captured)


def test_a_page_five_levels_deep_costs_the_same_as_one_right_below_home(client, section):
    page = section
    for number in range(4):
        page = info_page(page, f"Dieper {number}", f"dieper-{number}")
    alone = info_page(home_in("nl"), "Alleen", "alleen")
    assert queries_of(client, page) == queries_of(client, alone)


def test_the_breadcrumb_names_the_pages_above(client, section):
    middle = info_page(section, "Midden", "midden")
    below = info_page(middle, "Onder", "onder")
    html = client.get(below.url).content.decode()
    assert html.index('href="/nl/over-ons/"') < html.index('href="/nl/over-ons/midden/"')


@pytest.mark.parametrize("path", ["over-ons/niets/", "niets/over-ons/", "over-ons/over-ons/"])
def test_an_address_without_a_page_is_not_found(client, section, path):
    assert client.get(f"/nl/{path}").status_code == 404


def test_the_same_slug_elsewhere_is_another_page(client, section):
    other = info_page(home_in("nl"), "Anders", "anders")
    info_page(section, "Hier", "zelfde")
    info_page(other, "Daar", "zelfde")
    assert "Daar" in client.get("/nl/anders/zelfde/").content.decode()
    assert "Hier" in client.get("/nl/over-ons/zelfde/").content.decode()


def test_a_draft_is_not_found_and_what_is_below_it_is(client, section):
    below = info_page(section, "Onder", "onder")
    section.unpublish()
    assert client.get(section.url).status_code == 404
    assert client.get(below.url).status_code == 200


def test_a_language_without_a_live_home_page_leads_to_another(client, section):
    translated(section, "tr")
    home_in("tr").unpublish()
    assert client.get("/tr/over-ons/").status_code == 302


def test_a_restricted_page_and_what_is_below_it_ask_for_the_password(client, section):
    below = info_page(section, "Onder", "onder")
    PageViewRestriction.objects.create(page=section, restriction_type="password", password="warm")
    for page in (section, below):
        html = client.get(page.url).content.decode()
        assert 'type="password"' in html


def test_an_alias_is_as_private_as_its_source(client, section):
    secret = info_page(section, "Geheim", "geheim")
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="warm")
    alias = secret.create_alias(parent=home_in("nl"), update_slug="ook-geheim")
    assert 'type="password"' in client.get(alias.url).content.decode()


def test_with_a_second_site_each_shows_its_own_pages(client, section):
    home = home_in("nl")
    other = home.copy(
        to=home.get_parent(), update_attrs={"slug": "tweede", "title": "Tweede"}, keep_live=True
    )
    Site.objects.create(hostname="127.0.0.1", root_page=other)
    info_page(other, "Van de tweede", "van-de-tweede")
    path = "/nl/van-de-tweede/"
    assert client.get(path, headers={"host": "127.0.0.1"}).status_code == 200
    assert client.get(path, headers={"host": "testserver"}).status_code == 404
    assert client.get("/nl/over-ons/", headers={"host": "testserver"}).status_code == 200
    Site.clear_site_root_paths_cache()
