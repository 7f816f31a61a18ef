"""The menu and the switcher offer what exists, in names that the reader knows."""

import pytest

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import home_in, info_page, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return info_page(home_in("nl"), "Over ons", "over-ons", show_in_menus=True)


def test_switcher_offers_only_live_translations_in_their_own_names(client, about):
    translated(about, "ar")
    translated(about, "en").unpublish()
    html = client.get("/nl/over-ons/").content.decode()
    assert "العربية" in html
    assert 'hreflang="ar"' in html
    assert 'href="/ar/over-ons/"' in html
    assert 'href="/en/over-ons/"' not in html


def test_menu_keeps_a_section_that_the_language_lacks_and_links_to_what_exists(client, about):
    home_in("tr")
    html = client.get("/tr/").content.decode()
    assert 'href="/nl/over-ons/"' in html


def test_draft_section_is_not_in_the_menu(client, about):
    about.unpublish()
    assert "/nl/over-ons/" not in client.get("/nl/").content.decode()


def test_right_to_left_language_sets_direction(client):
    home_in("ar")
    html = client.get("/ar/").content.decode()
    assert '<html lang="ar" dir="rtl"' in html


def test_menu_costs_the_same_for_one_section_and_for_ten(client, about):
    def queries_of_home() -> int:
        client.get("/nl/")
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as captured:
            client.get("/nl/")
        return len(captured)

    with_one = queries_of_home()
    for number in range(9):
        info_page(home_in("nl"), f"Deel {number}", f"deel-{number}", show_in_menus=True)
    assert queries_of_home() == with_one
