"""What readers see of the magazine is forgotten with the stories that it shows, at once."""

import datetime as dt

import pytest

from django.test import Client

from home.models import HomePage
from magazine import showings
from magazine.consent.ending import withdraw
from magazine.models import StoryPage
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
from tests.page_cache.visits import is_kept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page_cache")]

FRONT = "/nl/magazine/"
LIST = f"{FRONT}verhalen/"
FILTERED = (LIST, "soort=column")
FEED = f"{FRONT}feed/atom/"


def keep(*places):
    """Let a reader see these addresses, and see that they are kept."""
    for path, query in pairs(places):
        assert Client().get(f"{path}?{query}" if query else path).status_code == 200
        assert is_kept(path, query), (path, query)


def kept(*places):
    """Return which of these addresses are still kept."""
    return [path for path, query in pairs(places) if is_kept(path, query)]


def pairs(places):
    return [(place, "") if isinstance(place, str) else place for place in places]


@pytest.fixture
def magazine(commit):
    """A magazine of two editions, in which one story and a portrait share a tag."""
    with commit():
        noor = live_maker()
        zomer, herfst = live_edition(), live_edition("herfst-2019", number=2, season="autumn")
        day = dt.date(2019, 7, 1)
        een = live_story("een", zomer, tags=["werk"], kind="column", story_date=day)
        far = live_story("ver", herfst, kind="news", story_date=day)
        portrait = live_portrait(parent=zomer, makers=[], is_example=True)
        fill(zomer, [een, portrait])
    pages = {"noor": noor, "zomer": zomer, "herfst": herfst, "een": een, "ver": far}
    return pages | {"portrait": portrait}


def test_lists_and_feeds_are_kept(magazine):
    keep(FRONT, LIST, FILTERED, FEED, (LIST, "pagina=1"), magazine["een"].get_url())


@pytest.mark.parametrize(
    "query",
    ["soort=gedicht", "pagina=9", "jaar=x", "soort=column&editie=1&label=werk", "maker=wie"],
)
def test_addresses_that_nobody_is_led_to_fill_no_cache(magazine, query):
    assert Client().get(f"{LIST}?{query}").status_code == 200
    assert not is_kept(LIST, query)


def test_a_new_story_shows_at_once(magazine, commit):
    neighbour, maker = magazine["een"].get_url(), magazine["noor"].get_url()
    places = [FRONT, LIST, FILTERED, FEED, neighbour, maker, "/nl/"]
    keep(*places, magazine["herfst"].get_url())
    with commit():
        live_story(
            "nieuw",
            kind="column",
            tags=["werk"],
            makers=[(magazine["noor"], "text")],
            story_date=dt.date(2019, 7, 2),
        )
    assert kept(*places) == []
    assert kept(magazine["herfst"].get_url()) == [magazine["herfst"].get_url()]
    assert "Nieuw" in Client().get(LIST).content.decode()


def test_what_a_story_left_forgets_it_too(magazine, commit):
    with commit():
        other = live_story("ander", tags=["geld"], makers=[(magazine["noor"], "text")])
    keep(magazine["een"].get_url(), magazine["noor"].get_url())
    with commit():
        een = StoryPage.objects.get(pk=magazine["een"].pk)
        een.tags.set([])
        appear(een)
    keep(magazine["noor"].get_url())
    with commit():
        other.makers = []
        appear(other)
    assert kept(magazine["noor"].get_url()) == []


def test_a_withdrawn_portrait_leaves_every_page_and_cache(magazine, commit):
    portrait = magazine["portrait"]
    address = portrait.get_url()
    places = [FRONT, LIST, FEED, magazine["zomer"].get_url(), magazine["een"].get_url(), address]
    keep(*places)
    assert all(portrait.title in Client().get(place).content.decode() for place in [LIST, FRONT])
    with commit():
        withdraw(portrait.consent)
    assert kept(*places) == []
    assert Client().get(address).status_code == 404
    for path, query in pairs(places[:-1]):
        assert portrait.title not in Client().get(path, query_params={}).content.decode(), query


def test_a_deleted_story_leaves_every_page(magazine, commit):
    places = [FRONT, LIST, FILTERED, FEED, magazine["zomer"].get_url()]
    keep(*places)
    with commit():
        StoryPage.objects.get(pk=magazine["een"].pk).delete()
    assert kept(*places) == []


def test_a_story_without_translation_leaves_the_edition_in_other_languages(magazine, commit):
    home_in("en")
    with commit():
        english = in_language(magazine["zomer"], "en", title="Summer")
    keep(english.get_url())
    assert magazine["een"].title in Client().get(english.get_url()).content.decode()
    with commit():
        StoryPage.objects.get(pk=magazine["een"].pk).unpublish()
    assert kept(english.get_url()) == []


def test_an_edition_in_another_order_changes_what_stands_beside_its_stories(magazine, commit):
    een = magazine["een"].get_url()
    keep(een, magazine["herfst"].get_url(), FRONT)
    with commit():
        zomer = type(magazine["zomer"]).objects.get(pk=magazine["zomer"].pk)
        fill(zomer, [magazine["portrait"], magazine["een"]])
    assert kept(een, magazine["herfst"].get_url(), FRONT) == []


def test_a_draft_forgets_nothing(magazine, commit):
    places = [FRONT, LIST, FEED, magazine["een"].get_url()]
    keep(*places)
    with commit():
        factories.story("klad", magazine["zomer"])
        een = StoryPage.objects.get(pk=magazine["een"].pk)
        een.title = "Nog niet"
        een.save_revision()
    assert kept(*places) == places


def test_where_too_much_changes_everything_is_forgotten(magazine, commit, monkeypatch):
    monkeypatch.setattr(showings, "MOST", 0)
    keep("/nl/")
    assert HomePage.objects.filter(locale__language_code="nl").exists()
    keep(magazine["herfst"].get_url())
    with commit():
        live_story("nieuw", tags=["werk"])
    assert kept(magazine["herfst"].get_url()) == []
