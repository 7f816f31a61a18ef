"""The feeds keep to the rules of RFC 4287 and RSS 2.0, and hold what lists hold."""

import datetime as dt
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import SiteDocument
from magazine.feeds import MOST_ENTRIES, RIGHT_TO_LEFT_MARK, in_direction, plain
from magazine.tests import factories
from magazine.tests.public import in_language, live_edition, live_maker, live_story
from tests.factories import home_in

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEED = "/nl/magazine/feed/"
in_database = pytest.mark.django_db


def feed(client, address=f"{FEED}atom/"):
    """Return a feed's root element."""
    answer = client.get(address)
    assert answer.status_code == 200
    return ET.fromstring(answer.content)


def link(element, rel):
    """Return where an element links to by this relation."""
    return next(one.get("href") for one in element.iter(f"{ATOM}link") if one.get("rel") == rel)


def texts(root, name):
    """Return the text of each entry's element."""
    return [entry.findtext(f"{ATOM}{name}") for entry in root.findall(f"{ATOM}entry")]


@pytest.fixture
def stories():
    """Two stories in an edition and one beside it."""
    edition, noor = live_edition(), live_maker()
    for day, slug in enumerate(("een", "twee"), start=1):
        live_story(
            slug,
            edition,
            kind="column",
            intro=f"Waar het <over> gaat & {slug}.",
            tags=["werk"],
            lines=["passend-werk"],
            makers=[(noor, "text")],
            story_date=dt.date(2019, 7, day),
        )
    live_story("drie", kind="news", story_date=dt.date(2019, 8, 1))


@in_database
def test_a_feed_says_what_it_must(client, stories):
    answer = client.get(f"{FEED}atom/")
    assert answer["content-type"] == "application/atom+xml; charset=utf-8"
    assert answer["x-robots-tag"] == "noindex"
    assert not answer.cookies
    root = ET.fromstring(answer.content)
    assert root.get(LANG) == "nl"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert urlsplit(link(root, "self")).path == f"{FEED}atom/"
    assert urlsplit(link(root, "alternate")).path == "/nl/magazine/verhalen/"
    assert all(urlsplit(link(root, rel)).scheme for rel in ("self", "alternate"))


@in_database
def test_each_entry_says_what_it_must(client, stories):
    root = feed(client)
    entries = root.findall(f"{ATOM}entry")
    assert texts(root, "title") == ["Drie", "Twee", "Een"]
    for entry in entries:
        for name in ("id", "title", "updated", "published", "summary"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1
        moments = [entry.findtext(f"{ATOM}{name}") for name in ("published", "updated")]
        first, last = map(dt.datetime.fromisoformat, moments)
        assert first.tzinfo
        assert first <= last <= dt.datetime.fromisoformat(root.findtext(f"{ATOM}updated"))
        assert client.get(urlsplit(link(entry, "alternate")).path).status_code == 200
        # Nothing that would tell us who reads.
        assert not urlsplit(link(entry, "alternate")).query
        assert "<img" not in entry.findtext(f"{ATOM}summary")
    ids = texts(root, "id")
    assert len({*ids, root.findtext(f"{ATOM}id")}) == len(ids) + 1
    assert all(one.startswith("urn:uuid:") for one in ids)


@in_database
def test_the_whole_introduction_and_the_writers_are_there(client, stories):
    entry = feed(client).findall(f"{ATOM}entry")[1]
    summary = entry.find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == '<p lang="nl" dir="ltr">Waar het &lt;over&gt; gaat &amp; twee.</p>'
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Noor Voorbeeld"
    terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
    assert terms[1:] == ["werk"]


@in_database
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?soort=column", ["Twee", "Een"]),
        ("?lijn=passend-werk", ["Twee", "Een"]),
        ("?editie=1", ["Twee", "Een"]),
        ("?soort=news", ["Drie"]),
        ("?soort=column&label=werk", ["Twee", "Een"]),
    ],
)
def test_a_choice_has_a_feed_with_an_address_of_its_own(client, stories, query, expected):
    root = feed(client, f"{FEED}atom/{query}")
    assert texts(root, "title") == expected
    assert urlsplit(link(root, "self")).query == query.removeprefix("?")
    assert root.findtext(f"{ATOM}id") == link(root, "self")
    assert root.findtext(f"{ATOM}title") != feed(client).findtext(f"{ATOM}title")


@in_database
@pytest.mark.parametrize(
    "address", ["json/", "atom/?soort=gedicht", "atom/?editie=een", "atom/?pagina=2"]
)
def test_a_feed_of_nothing_is_not_there(client, stories, address):
    assert client.get(f"{FEED}{address}").status_code == 404


@in_database
def test_a_magazine_without_stories_has_a_feed_without_entries(client):
    factories.magazine()
    assert feed(client).findall(f"{ATOM}entry") == []


@in_database
def test_rss_says_the_same(client, stories):
    answer = client.get(f"{FEED}rss/?soort=column")
    assert answer["content-type"] == "application/rss+xml; charset=utf-8"
    channel = ET.fromstring(answer.content).find("channel")
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert len(channel.findall(name)) == 1
        assert channel.findtext(name)
    itself = channel.find(f"{ATOM}link")
    assert itself.get("rel") == "self"
    assert itself.get("href").endswith(f"{FEED}rss/?soort=column")
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == ["Twee", "Een"]
    for item in items:
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
        assert client.get(urlsplit(item.findtext("link")).path).status_code == 200


@in_database
def test_an_entry_keeps_its_id_when_its_address_changes_and_each_language_has_its_own(client):
    home_in("en")
    story = live_story()
    before = texts(feed(client), "id")
    english = in_language(story, "en", slug="a-story")
    assert texts(feed(client, "/en/magazine/feed/atom/"), "id") != before
    type(story).objects.filter(pk=story.pk).update(slug="anders")
    assert texts(feed(client), "id") == before
    assert english.translation_key == story.translation_key


@in_database
def test_a_recording_comes_along(client):
    recording = SiteDocument(title="Voorgelezen")
    recording.file.save("verhaal.mp3", ContentFile(b"ID3 geluid"))
    live_story(audio=recording)
    entry = feed(client).find(f"{ATOM}entry")
    enclosure = next(one for one in entry.iter(f"{ATOM}link") if one.get("rel") == "enclosure")
    assert enclosure.get("type") == "audio/mpeg"
    assert enclosure.get("length") == "10"
    assert urlsplit(enclosure.get("href")).scheme


@in_database
def test_an_arabic_feed_is_written_from_the_right(client):
    home_in("ar")
    in_language(live_story(), "ar", title="Samira تحسب", intro="نص.")
    root = feed(client, "/ar/magazine/feed/atom/")
    assert root.get(LANG) == "ar"
    assert texts(root, "title") == [f"{RIGHT_TO_LEFT_MARK}Samira تحسب"]
    assert 'dir="rtl"' in texts(root, "summary")[0]


@in_database
def test_a_long_magazine_has_a_short_feed_for_the_same_queries(client):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            feed(client)
        return len(asked)

    noor = live_maker()
    live_story("eerst", makers=[(noor, "text")], tags=["werk"])
    queries()
    few = queries()
    for number in range(MOST_ENTRIES + 2):
        live_story(f"v{number}", makers=[(noor, "text")], tags=["werk"])
    assert queries() == few <= 12
    assert len(feed(client).findall(f"{ATOM}entry")) == MOST_ENTRIES


@given(st.text())
def test_any_text_can_stand_in_a_feed(text):
    root = ET.fromstring(f"<a>{escape(plain(text))}</a>")
    assert (root.text or "") == plain(text)


def test_what_xml_cannot_hold_is_left_out():
    assert plain("a\x0bb\ufffec\ud800d\te") == "a b c d e"


@pytest.mark.parametrize(
    ("title", "is_marked"), [("قهوة", False), ("2019: قهوة", False), ("Samira", True), ("", True)]
)
def test_only_a_title_that_begins_in_latin_is_marked(title, is_marked):
    assert in_direction(title, "ar").startswith(RIGHT_TO_LEFT_MARK) is is_marked
    assert in_direction(title, "nl") == title
