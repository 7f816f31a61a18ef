"""The magazine's front page, an edition and a maker show what readers may see, and no more."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup

from django.db import connection
from django.test.utils import CaptureQueriesContext

from magazine.lists.story_list import PER_PAGE
from magazine.models import Subscriber
from magazine.selectors import COVERS, NEWEST
from magazine.tests import factories
from magazine.tests.public import (
    appear,
    fill,
    in_language,
    live_edition,
    live_maker,
    live_portrait,
    live_story,
)
from tests.factories import home_in

pytestmark = pytest.mark.django_db


def soup_at(client, address):
    """Return what is at an address."""
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup, within="main"):
    """Return the titles of the cards in a part of the page."""
    return [link.get_text() for link in soup.select(f"{within} .story-card .card__link")]


def queries(client, address):
    """Return how often a page asks the database, once its pictures are made."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_the_front_page_shows_the_newest_edition_and_stories(client):
    live_edition("zomer-2019", number=1, title="Zomer")
    live_edition("herfst-2019", number=2, title="Herfst", season="autumn")
    appear(factories.edition("winter", number=3, title="Winter")).unpublish()
    for number in range(NEWEST + 1):
        live_story(f"v{number}", story_date=dt.date(2019, 7, number + 1))
    soup = soup_at(client, "/nl/magazine/")
    assert soup.select_one(".newest__title").get_text() == "Herfst"
    assert soup.select_one(".cover .issue--autumn")
    assert [strong.get_text() for strong in soup.select(".shelf strong")] == ["Zomer"]
    assert titles(soup) == [f"V{number}" for number in range(NEWEST, 0, -1)]


def test_the_front_page_leads_to_lists_makers_and_feeds(client):
    noor = live_maker()
    live_story("een", kind="column", makers=[(noor, "text")], lines=["passend-werk"])
    live_story("twee", kind="news", lines=["warme-stad"])
    soup = soup_at(client, "/nl/magazine/")
    links = {link["href"] for link in soup.select("main a")}
    lists = "/nl/magazine/verhalen/"
    assert {lists, f"{lists}?soort=column", f"{lists}?lijn=warme-stad", noor.get_url()} <= links
    feeds = {link["href"] for link in soup.select('head link[rel="alternate"][type]')}
    assert feeds == {"/nl/magazine/feed/atom/", "/nl/magazine/feed/rss/"}


def test_an_empty_magazine_is_a_page_too(client):
    factories.magazine()
    soup = soup_at(client, "/nl/magazine/")
    assert titles(soup) == []
    assert not soup.select(".issue")


def test_old_editions_are_named_where_their_covers_would_be_too_many(client):
    for number in range(1, COVERS + 4):
        live_edition(f"nummer-{number}", number=number, title=f"Nummer {number}")
    soup = soup_at(client, "/nl/magazine/")
    assert len(soup.select(".shelf .issue")) == COVERS
    editions = soup.select('[aria-labelledby="editions"] a')
    assert len(editions) == COVERS + 2


def test_an_edition_shows_its_contents_by_section(client):
    edition = live_edition()
    een, twee, drie = (live_story(slug, edition) for slug in ("een", "twee", "drie"))
    factories.story("later", edition)
    edition.items = []
    fill(edition, [twee, factories.StoryPage.objects.get(slug="later"), een, drie], "Op bezoek")
    soup = soup_at(client, edition.get_url())
    assert titles(soup) == ["Twee", "Een", "Drie"]
    assert [heading.get_text() for heading in soup.select("main section > h2")][:1] == ["Op bezoek"]


def test_an_edition_without_stories_says_so(client):
    assert soup_at(client, live_edition().get_url()).select_one(".empty-state")


def test_an_edition_leads_to_those_beside_it_and_to_its_own_feed(client):
    een, twee, drie = (
        live_edition(f"nummer-{n}", number=n, title=f"Nummer {n}") for n in (1, 2, 5)
    )
    live_story(parent=twee)
    soup = soup_at(client, twee.get_url())
    assert soup.select_one('main a[rel="prev"]')["href"] == een.get_url()
    assert soup.select_one('main a[rel="next"]')["href"] == drie.get_url()
    feeds = [link["href"] for link in soup.select('head link[rel="alternate"][type]')]
    assert feeds[0] == "/nl/magazine/feed/atom/?editie=2"
    assert client.get(feeds[0]).status_code == 200
    assert not soup_at(client, drie.get_url()).select('main a[rel="next"]')


def test_an_edition_in_another_language_shows_what_is_not_translated_in_its_own(client):
    home_in("en")
    edition = live_edition()
    een, twee = (live_story(slug, edition) for slug in ("een", "twee"))
    edition = fill(edition, [een, twee])
    english = in_language(edition, "en", title="Summer")
    in_language(een, "en", title="One", slug="one")
    cards = soup_at(client, english.get_url()).select(".story-card")
    assert [card.select_one(".card__link").get_text() for card in cards] == ["One", "Twee"]
    assert [card.get("lang") for card in cards] == [None, "nl"]


def test_search_engines_hear_of_issue_and_periodical(client):
    edition = live_edition(number=4)
    for address, kind in ((edition.get_url(), "PublicationIssue"), ("/nl/magazine/", "Periodical")):
        script = soup_at(client, address).select_one('script[type="application/ld+json"]')
        things = {thing["@type"]: thing for thing in json.loads(script.string)["@graph"]}
        assert kind in things
        if kind == "PublicationIssue":
            assert things[kind]["issueNumber"] == "4"
            assert things[kind]["isPartOf"]["@id"].endswith("/nl/magazine/#magazine")


def test_a_maker_shows_everything_they_made_page_by_page(client):
    noor = live_maker(about="Noor schrijft.")
    for number in range(PER_PAGE + 1):
        live_story(f"v{number}", makers=[(noor, "text")], story_date=dt.date(2019, 7, number + 1))
    live_story("anders")
    soup = soup_at(client, noor.get_url())
    assert titles(soup) == [f"V{number}" for number in range(PER_PAGE, 0, -1)]
    assert titles(soup_at(client, f"{noor.get_url()}?pagina=2")) == ["V0"]
    assert titles(soup_at(client, f"{noor.get_url()}?pagina=x")) == titles(soup)


def test_an_invented_maker_is_called_an_example_and_is_nobody_to_search_engines(client):
    page = live_maker(is_example=True)
    soup = soup_at(client, page.get_url())
    assert soup.select_one("h1 .example")
    script = soup.select_one('script[type="application/ld+json"]').string
    assert "Person" not in {thing["@type"] for thing in json.loads(script)["@graph"]}


def test_a_withdrawn_portrait_is_nowhere(client):
    noor = live_maker()
    edition = live_edition()
    portrait = live_portrait(parent=edition, title="Weg ermee", is_example=True)
    fill(edition, [portrait])
    addresses = ["/nl/magazine/", "/nl/magazine/verhalen/", edition.get_url(), noor.get_url()]
    assert "Weg ermee" in client.get("/nl/magazine/verhalen/").content.decode()
    # As at night, before any clock has ticked.
    type(portrait.consent).objects.update(
        given_on=dt.date(2019, 1, 1), valid_until=dt.date(2019, 2, 1)
    )
    for address in [*addresses, "/nl/magazine/feed/atom/", "/nl/magazine/feed/rss/"]:
        assert "Weg ermee" not in client.get(address).content.decode()


def test_front_pages_ask_the_database_as_much_for_many_as_for_few(client):
    noor, edition = live_maker(), live_edition()
    stories = [live_story(f"v{n}", edition, makers=[(noor, "text")]) for n in range(2)]
    edition = fill(edition, stories)
    addresses = ["/nl/magazine/", edition.get_url(), noor.get_url()]
    few = [queries(client, address) for address in addresses]
    stories += [live_story(f"w{n}", edition, makers=[(noor, "text")]) for n in range(9)]
    fill(edition, stories)
    for number in range(2, 12):
        live_edition(f"nummer-{number}", number=number + 10)
    more = [queries(client, address) for address in addresses]
    assert more == few
    assert max(more) <= 12


def test_the_front_page_takes_an_address_for_the_newsletter_without_a_cookie(client):
    live_story("een")
    page = client.get("/nl/magazine/")
    form = BeautifulSoup(page.content, "html.parser").select_one("main .newsletter-call form")
    sent = {one["name"]: one.get("value", "") for one in form.select("input[name]")}
    answer = client.post(form["action"], sent | {"email": "lezer@voorbeeld.example"})
    assert answer.status_code == 302
    assert Subscriber.objects.get().languages == ["nl"]
    assert not page.cookies
    assert not answer.cookies
