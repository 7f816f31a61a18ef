"""The components, where a reader would notice that one is broken."""

import pytest

from django.core.paginator import Paginator
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from tests.factories import home_in, info_page


def test_pagination_keeps_what_was_searched_for(rf):
    html = render_to_string(
        "core/components/pagination.html",
        {"items": Paginator(range(30), 10).page(2)},
        rf.get("/nl/zoeken/?q=warme+soep&pagina=2"),
    )
    assert 'href="?q=warme+soep&amp;pagina=1"' in html
    assert 'href="?q=warme+soep&amp;pagina=3"' in html


def test_one_page_has_no_pagination(rf):
    items = Paginator(range(3), 10).page(1)
    assert not render_to_string(
        "core/components/pagination.html", {"items": items}, rf.get("/")
    ).strip()


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "Soep & brood"])
def test_a_card_escapes_what_editors_type(title):
    html = render_to_string("core/components/card.html", {"title": title, "url": "/nl/"})
    assert title not in html


def test_a_card_is_one_heading_with_one_link():
    html = render_to_string(
        "core/components/card.html",
        {"title": "Soep", "url": "/nl/", "summary": "Elke dag", "heading": "h3"},
    )
    assert html.count("<a ") == 1
    assert '<h3 class="card__title"><a class="card__link" href="/nl/">Soep</a></h3>' in html


@pytest.mark.django_db
def test_breadcrumb_names_the_way_up_and_not_the_page_itself(client):
    about = info_page(home_in("nl"), "Over ons", "over-ons")
    info_page(info_page(about, "Visie", "visie"), "Diep", "diep")
    html = client.get("/nl/over-ons/visie/diep/").content.decode()
    crumbs = html[html.index('class="breadcrumb') : html.index("<main")]
    assert crumbs.index('href="/nl/"') < crumbs.index('href="/nl/over-ons/"')
    assert 'href="/nl/over-ons/visie/"' in crumbs
    assert "Diep" not in crumbs


@pytest.mark.django_db
def test_home_has_no_breadcrumb(client):
    home_in("nl")
    assert "breadcrumb" not in client.get("/nl/").content.decode()


@pytest.mark.django_db
def test_the_way_up_costs_one_query_however_deep_the_page(rf):
    page = info_page(home_in("nl"), "Een", "een")
    for number in range(5):
        page = info_page(page, f"Dieper {number}", f"dieper-{number}")
    request = rf.get("/nl/")
    page.get_url(request)  # Wagtail reads the sites' roots once a request
    deep = type(page).objects.get(pk=page.pk)
    with CaptureQueriesContext(connection) as captured:
        html = render_to_string("core/components/breadcrumb.html", {"page": deep}, request)
    assert html.count("<li") == 6
    assert len(captured) == 1


@pytest.mark.django_db
def test_children_in_the_menu_are_cards_with_a_summary(client):
    about = info_page(home_in("nl"), "Over ons", "over-ons")
    info_page(about, "Visie", "visie", show_in_menus=True, intro="Wat wij willen.")
    info_page(about, "Verborgen", "verborgen")
    html = client.get("/nl/over-ons/").content.decode()
    assert '<a class="card__link" href="/nl/over-ons/visie/">Visie</a>' in html
    assert "Wat wij willen." in html
    assert 'href="/nl/over-ons/verborgen/"' not in html
