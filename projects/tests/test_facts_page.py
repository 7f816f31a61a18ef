"""The facts page shows every live fact with its source, and costs the same for any number."""

import datetime as dt
import json
import re

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.pagecache.registry import showings_of
from projects.models import FactsPage
from projects.tests.factories import facts_page, in_language, make_fact
from tests.factories import info_page

pytestmark = pytest.mark.django_db

MARK = "fact__due"


def words(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_fact_stands_under_its_topic_with_its_source(client):
    make_fact(
        topic="debt",
        statement="Veel schulden.",
        source_title="Hulp buiten bereik",
        source_publisher="Rekenkamer",
        source_url="https://voorbeeld.example/rapport",
    )
    html = words(client, facts_page())
    assert 'href="#debt"' in html
    assert 'id="debt"' in html
    assert "#work" not in html
    shown = html[html.index('id="debt"') :]
    for part in ("Veel schulden.", "Hulp buiten bereik", "Rekenkamer", "rapport"):
        assert part in shown


def test_a_fact_with_a_comparison_has_a_plot_and_one_without_has_none(client):
    page = facts_page()
    fact = make_fact()
    assert "plot__bar" not in words(client, page)
    fact.comparison_value, fact.comparison_where = 7.9, "Nederland"
    fact.save()
    html = words(client, page)
    assert html.count("<rect") == 2
    assert "Nederland" in html


@pytest.mark.parametrize(("days", "marked"), [(-1, True), (0, False), (1, False)])
def test_a_fact_is_marked_once_its_review_date_has_passed(client, days, marked):
    make_fact(review_by=timezone.localdate() + dt.timedelta(days=days))
    assert (MARK in words(client, facts_page())) is marked


def test_a_draft_is_not_shown(client):
    make_fact(statement="Nog niet klaar.", live=False)
    assert "Nog niet klaar." not in words(client, facts_page())


def test_without_facts_the_page_says_so_and_shows_where_to_go(client):
    assert "empty-state" in words(client, facts_page())


def test_a_fact_in_another_language_than_the_page_says_which(client):
    make_fact(statement="Alleen in het Nederlands.")
    html = words(client, facts_page("ar"))
    assert re.search(r'<li[^>]* lang="nl" dir="ltr"', html)


def test_a_translated_fact_is_shown_once_in_the_language_of_the_page(client):
    in_language(make_fact(statement="Nederlands."), "ar", statement="بالعربية")
    html = words(client, facts_page("ar"))
    assert "بالعربية" in html
    assert "Nederlands." not in html


def test_any_number_of_facts_costs_one_query_more_than_a_page_of_text(client):
    page = facts_page()
    text = info_page(page.get_parent(), "Tekst", "tekst")

    def queries(visited):
        client.get(visited.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(visited.url)
        return len(captured)

    for index in range(60):
        topic = ["debt", "work", "poverty"][index % 3]
        fact = make_fact(topic=topic, comparison_value=1, comparison_where="Nederland")
        in_language(fact, "en")
        if index in {2, 59}:
            assert queries(page) == queries(text) + 1
    assert words(client, page).count('class="fact"') == 60


def test_search_engines_are_told_that_the_figures_are_open_data(client):
    html = words(client, facts_page())
    data = json.loads(re.search(r"application/ld\+json[^>]*>(.*?)</script>", html, re.DOTALL)[1])
    dataset = next(thing for thing in data["@graph"] if thing["@type"] == "Dataset")
    assert dataset["license"].startswith("https://creativecommons.org/")
    assert dataset["distribution"]["contentUrl"].endswith("/data/facts.csv")


def test_the_page_cache_knows_that_a_fact_changes_every_facts_page():
    pages = {facts_page().pk, facts_page("ar").pk}
    (shown,) = showings_of(make_fact())
    assert {page.pk for page in shown} == pages


def test_a_page_stands_when_a_fact_that_it_uses_is_deleted(client):
    fact = make_fact(statement="Straks weg.")
    home = facts_page().get_parent().get_parent()
    page = info_page(
        home, "Over schulden", "schulden", body=[{"type": "fact", "value": {"fact": fact.pk}}]
    )
    assert "Straks weg." in words(client, page)
    fact.delete()
    html = words(client, page)
    assert "Straks weg." not in html
    assert "Over schulden" in html


def test_a_fact_that_is_taken_offline_leaves_the_page_that_uses_it(client):
    fact = make_fact(statement="Straks weg.")
    home = facts_page().get_parent().get_parent()
    body = [{"type": "fact", "value": {"fact": fact.pk}}]
    page = info_page(home, "Over schulden", "schulden", body=body)
    fact.unpublish()
    assert "Straks weg." not in words(client, page)


def test_a_facts_page_stands_below_an_information_page_only():
    assert FactsPage.allowed_parent_page_models()
    assert {model.__name__ for model in FactsPage.allowed_parent_page_models()} == {"InfoPage"}
