"""The list of all stories: in order, chosen from by plain links, never broken by an address."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from magazine.lists.query import CHOOSING, PAGE
from magazine.lists.story_list import PER_PAGE
from magazine.models import Series, StoryPage
from magazine.tests.public import (
    area,
    in_language,
    live_edition,
    live_maker,
    live_portrait,
    live_story,
)
from tests.factories import home_in

pytestmark = pytest.mark.django_db
LIST = "/nl/magazine/verhalen/"


def page(client, query="", status=200):
    """Return the list at this query."""
    answer = client.get(f"{LIST}{query}")
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup):
    """Return the titles of the stories on a page of the list."""
    return [link.get_text() for link in soup.select("main .story-card .card__link")]


def choices(soup):
    """Return what can be chosen: the address of each choice, with its number."""
    found = {}
    for link in soup.select(".choose__choice"):
        number = link.select_one(".choose__number")
        found[link["href"].removeprefix(LIST)] = int(number.get_text()) if number else None
    return found


def taken_back(soup):
    """Return where each chosen thing is taken back."""
    return [link["href"].removeprefix(LIST) for link in soup.select(".tag--chosen")]


@pytest.fixture
def stories():
    """Three public stories, and a draft that belongs everywhere."""
    noor, noord = live_maker(), area("noord")
    edition = live_edition()
    series = Series.objects.create(name="Kijk me aan", locale=edition.locale)
    many = {"makers": [(noor, "text")], "tags": ["werk"], "lines": ["passend-werk"]}
    live_story("een", edition, kind="column", story_date=dt.date(2019, 7, 1), **many)
    live_story("twee", kind="column", area=noord, story_date=dt.date(2019, 7, 2), tags=["werk"])
    live_story("drie", kind="news", area=noord, story_date=dt.date(2020, 7, 3), series=series)
    draft = live_story("vier", edition, kind="column", area=noord, series=series, **many)
    draft.unpublish()
    return {"series": series.pk}


def test_the_newest_come_first_and_drafts_never(client, stories):
    assert titles(page(client)) == ["Drie", "Twee", "Een"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?soort=column", ["Twee", "Een"]),
        ("?lijn=passend-werk", ["Een"]),
        ("?wijk=noord", ["Drie", "Twee"]),
        ("?label=werk", ["Twee", "Een"]),
        ("?editie=1", ["Een"]),
        ("?maker=noor", ["Een"]),
        ("?jaar=2019", ["Twee", "Een"]),
        ("?soort=column&wijk=noord", ["Twee"]),
        ("?soort=column&label=werk&lijn=passend-werk&jaar=2019", ["Een"]),
        ("?soort=news&label=werk", []),
    ],
)
def test_choices_combine(client, stories, query, expected):
    assert titles(page(client, query)) == expected


def test_a_series_is_chosen_by_its_number(client, stories):
    assert titles(page(client, f"?reeks={stories['series']}")) == ["Drie"]


def test_choices_say_how_many_stories_they_leave(client, stories):
    everything = choices(page(client))
    assert everything["?soort=column"] == 2
    assert everything["?soort=news"] == 1
    assert everything["?jaar=2019"] == 2
    narrowed = choices(page(client, "?wijk=noord"))
    assert narrowed["?soort=column&wijk=noord"] == 1
    # What would leave nothing is not offered.
    assert not any("lijn=" in query for query in narrowed)


def test_every_choice_leads_to_as_many_stories_as_it_says(client, stories):
    for start in ("", "?wijk=noord", "?soort=column"):
        for query, number in choices(page(client, start)).items():
            if number is not None:
                assert len(titles(page(client, query))) == number, query


def test_a_choice_is_taken_back_alone(client, stories):
    soup = page(client, "?soort=column&wijk=noord")
    assert taken_back(soup) == ["?wijk=noord", "?soort=column"]
    assert soup.select_one(".choose__chosen li:last-child a")["href"] == LIST
    current = [link["href"] for link in soup.select(".choose__choice[aria-current]")]
    assert f"{LIST}?wijk=noord" in current


@pytest.mark.parametrize(
    "query",
    [
        "?soort=gedicht",
        "?wijk=rommeldam",
        "?label=niemand",
        "?maker=niemand",
        "?editie=99",
        "?reeks=99",
        "?jaar=1900",
        "?editie=een",
        "?label=%00",
        "?pagina=nul",
    ],
)
def test_what_is_not_there_gives_an_empty_list_with_a_way_on(client, stories, query):
    soup = page(client, query)
    assert titles(soup) == []
    assert soup.select_one(".empty-state")
    assert soup.select_one(f'main a.button[href="{LIST}"]')
    assert soup.select_one('meta[name="robots"][content="noindex"]')


def test_a_page_beyond_the_last_shows_the_last(client, stories):
    assert titles(page(client, "?pagina=99")) == ["Drie", "Twee", "Een"]


def test_a_list_without_stories_has_a_way_on(client):
    live_story().unpublish()
    assert page(client).select_one(".empty-state")


def test_pages_of_the_list_keep_the_choice(client):
    for number in range(PER_PAGE + 1):
        live_story(f"v{number}", kind="column")
    first = page(client, "?soort=column")
    assert len(titles(first)) == PER_PAGE
    following = first.select_one('a[rel="next"]')["href"]
    assert following == "?soort=column&pagina=2"
    second = page(client, following)
    assert len(titles(second)) == 1
    assert not set(titles(first)) & set(titles(second))
    assert second.select_one('a[rel="prev"]')["href"].startswith("?soort=column")


def test_the_address_of_each_page_is_its_own(client):
    for number in range(PER_PAGE + 1):
        live_story(f"v{number}", kind="column")

    def canonical(query):
        return page(client, query).select_one('link[rel="canonical"]')["href"]

    assert canonical("").endswith(LIST)
    assert canonical("?pagina=2").endswith(f"{LIST}?pagina=2")
    assert canonical("?soort=column").endswith(LIST)


def test_the_list_of_a_language_has_its_own_stories(client, stories):
    home_in("en")
    in_language(StoryPage.objects.get(slug="een"), "en", title="One", slug="one")
    answer = client.get("/en/magazine/verhalen/")
    assert titles(BeautifulSoup(answer.content, "html.parser")) == ["One"]
    alternates = page(client).select('link[rel="alternate"][hreflang="en"]')
    assert [link["href"].endswith("/en/magazine/verhalen/") for link in alternates] == [True]


def test_a_portrait_names_who_it_is_and_that_it_is_an_example(client):
    live_portrait(person_name="Sam Voorbeeld", is_example=True)
    card = page(client).select_one(".story-card")
    assert "Sam Voorbeeld" in card.get_text()
    assert card.select_one(".example")


def test_the_list_asks_the_database_as_much_for_many_as_for_few(client):
    def queries(query):
        with CaptureQueriesContext(connection) as asked:
            page(client, query)
        return len(asked)

    noor, noord = live_maker(), area("noord")
    ties = {"makers": [(noor, "text")], "tags": ["werk", "geld"], "lines": ["passend-werk"]}
    for number in range(3):
        live_story(f"v{number}", area=noord, **ties)
    page(client)
    asked = ("", "?wijk=noord", "?wijk=noord&label=werk&maker=noor&soort=reportage")
    few = [queries(query) for query in asked]
    for number in range(3, PER_PAGE + 3):
        live_story(f"v{number}", area=noord, **ties)
    assert [queries(query) for query in asked] == few
    assert max(few) <= 12


names = st.sampled_from([*CHOOSING, PAGE, "utm_source", "x"])
values = st.one_of(st.text(max_size=30), st.integers().map(str), st.sampled_from(["column", "1"]))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(names, values), max_size=5))
def test_no_address_breaks_the_list_or_a_feed(stories, pairs):
    query = urlencode(pairs, errors="surrogatepass")
    assert Client().get(f"{LIST}?{query}").status_code == 200
    assert Client().get(f"/nl/magazine/feed/atom/?{query}").status_code in {200, 404}
