"""The footer leads to the pages by which a reader judges whether the site can be trusted."""

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from languages.navigation import footer_links
from tests.factories import home_in, info_page, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return info_page(home_in("nl"), "Over ons", "over-ons")


@pytest.fixture
def privacy(about):
    return info_page(about, "Privacy", "privacy")


def footer_of(client, address):
    html = client.get(address).content.decode()
    return html[html.index('<footer class="site-footer"') :]


def test_footer_finds_the_pages_wherever_they_are_in_the_tree(client, privacy):
    info_page(home_in("nl"), "Contact en steun", "contact")
    footer = footer_of(client, "/nl/")
    assert 'href="/nl/over-ons/privacy/"' in footer
    assert 'href="/nl/contact/"' in footer
    assert footer.index("Contact en steun") < footer.index("Privacy")


def test_footer_gives_the_translation_whatever_its_slug(client, privacy):
    translated(privacy, "en", title="Your data", slug="your-data")
    footer = footer_of(client, "/en/")
    assert "Your data" in footer
    assert "/en/over-ons/your-data/" in footer


def test_footer_says_in_which_language_an_untranslated_page_is(client, privacy):
    home_in("tr")
    footer = footer_of(client, "/tr/")
    assert '<a href="/nl/over-ons/privacy/" hreflang="nl">' in footer
    assert '<bdi lang="nl">Privacy</bdi>' in footer
    assert "(Nederlands)" in footer


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
def test_footer_leads_to_the_register_in_the_readers_language(client, code):
    home_in(code)
    with translation.override(code):
        address = reverse("redactieraad_register")
    assert address.startswith(f"/{code}/")
    assert f'<a href="{address}">' in footer_of(client, f"/{code}/")
    assert f'<a href="{address}">' in footer_of(client, address)


def test_footer_leaves_out_what_is_not_live(client, privacy):
    privacy.unpublish()
    assert "privacy" not in footer_of(client, "/nl/")


def test_the_links_cost_the_same_however_many_there_are(rf, about, privacy):
    def queries() -> int:
        request = rf.get("/nl/")
        home_in("nl").get_url(request)  # Wagtail reads sites and their roots once a request
        with CaptureQueriesContext(connection) as captured:
            footer_links(request)
        return len(captured)

    with_one = queries()
    info_page(about, "Toegankelijkheid", "toegankelijkheid")
    info_page(about, "Contact", "contact")
    assert queries() == with_one
