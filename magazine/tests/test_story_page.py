"""A story shows what it is, who made it, where it belongs and what to read next."""

import datetime as dt
import json
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from core.sharing.address import share_picture_path
from magazine.models import Series
from magazine.tests import factories
from magazine.tests.public import (
    appear,
    area,
    fill,
    in_language,
    live_edition,
    live_maker,
    live_portrait,
    live_story,
    tie,
)
from tests.factories import home_in

pytestmark = pytest.mark.django_db


def soup_of(client, page):
    """Return a public page as a reader gets it."""
    answer = client.get(page.get_url())
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def entries(soup, part):
    """Return the titles of the stories in one part below the story."""
    return [link.get_text() for link in soup.select(f'[aria-labelledby="{part}"] .card__link')]


def graph(soup, kind):
    """Return the first thing of a type that the page tells search engines of."""
    data = json.loads(soup.select_one('script[type="application/ld+json"]').string)
    return next(thing for thing in data["@graph"] if thing["@type"] == kind)


def test_a_story_shows_its_head(client):
    live_story(kind="interview", intro="Een keukentafel.", story_date=dt.date(2019, 7, 4))
    story = factories.StoryPage.objects.get()
    soup = soup_of(client, story)
    head = soup.select_one(".story__head")
    assert head.select_one(".eyebrow").get_text() == str(story.get_kind_display())
    assert head.select_one(".lead").get_text() == "Een keukentafel."
    assert head.select_one("time")["datetime"] == "2019-07-04"


def test_makers_stand_in_the_editors_order_with_what_they_did(client):
    noor, ali = live_maker(), live_maker("ali", title="Ali Voorbeeld", is_example=True)
    hidden = factories.maker("wie", title="Wie Nog Niet")
    story = live_story(makers=[(ali, "photo"), (noor, "text"), (ali, "drawing"), (hidden, "text")])
    lines = soup_of(client, story).select(".byline__makers li")
    assert [line.a["href"] for line in lines] == [ali.get_url(), noor.get_url()]
    assert [len(line.select_one(".byline__role").get_text().split(",")) for line in lines] == [2, 1]
    assert [bool(line.select_one(".example")) for line in lines] == [True, False]


def test_labels_lead_to_the_lists_of_what_they_name(client):
    story = live_story(tags=["werk"], lines=["passend-werk"], area=area("noord"))
    links = {link["href"] for link in soup_of(client, story).select(".labels a")}
    base = "/nl/magazine/verhalen/"
    assert links == {f"{base}?lijn=passend-werk", f"{base}?wijk=noord", f"{base}?label=werk"}
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_story_stands_between_its_neighbours_in_the_contents(client):
    edition = live_edition()
    een, twee, drie = (live_story(slug, edition) for slug in ("een", "twee", "drie"))
    draft = factories.story("later", edition)
    fill(edition, [drie, draft, een, twee])
    assert entries(soup_of(client, een), "beside") == ["Drie", "Twee"]
    assert entries(soup_of(client, drie), "beside") == ["Een"]
    assert soup_of(client, een).select_one(".byline a[href]")["href"] == edition.get_url()


def test_a_story_shows_the_other_parts_of_its_series(client):
    magazine = factories.magazine()
    series = Series.objects.create(name="Kijk me aan", locale=magazine.locale)
    een, _twee, _drie = (
        live_story(slug, series=series, story_date=dt.date(2019, 7, day))
        for day, slug in enumerate(("een", "twee", "drie"), start=1)
    )
    live_story("anders")
    assert entries(soup_of(client, een), "series") == ["Twee", "Drie"]


def test_what_shares_most_is_read_next(client):
    ties = {"tags": ["werk", "geld"], "lines": ["passend-werk"], "area": area("noord")}
    story = live_story("hoofd", kind="column", **ties)
    live_story("niets", kind="news")
    live_story("soort", kind="column")
    live_story("alles", kind="column", **ties)
    live_story("label", kind="news", tags=["werk"])
    live_story("lijn", kind="news", lines=["passend-werk"])
    assert entries(soup_of(client, story), "related") == ["Alles", "Label", "Lijn"]


def test_what_the_editors_chose_is_read_next_instead(client):
    other, alike = live_story("anders", kind="news"), live_story("alles", tags=["werk"])
    gone = live_story("weg")
    story = live_story("hoofd", tags=["werk"], related=[gone, other])
    gone.unpublish()
    assert entries(soup_of(client, story), "related") == ["Anders"]
    assert alike.title not in entries(soup_of(client, story), "related")


def test_a_chosen_story_without_a_translation_keeps_its_language(client):
    home_in("en")
    other = live_story("anders")
    story = live_story("hoofd", related=[other])
    english = in_language(story, "en", slug="head")
    card = soup_of(client, english).select_one('[aria-labelledby="related"] .story-card')
    assert card["lang"] == "nl"
    in_language(other, "en", title="Other", slug="other")
    assert entries(soup_of(client, english), "related") == ["Other"]


def test_a_language_without_the_story_leads_to_one_that_has_it(client):
    home_in("en")
    home_in("tr")
    edition = live_edition()
    english = in_language(live_story("een", edition), "en")
    answer = client.get(english.get_url().replace("/en/", "/tr/"), follow=True)
    assert answer.redirect_chain == [(english.get_url(), 302)]


def test_passing_on_tells_nobody_before_a_reader_does(client):
    story = live_story(title="Eén & twee?")
    soup = soup_of(client, story)
    links = [link["href"] for link in soup.select(".share a")]
    assert [link.split("?")[0].split("#")[0] for link in links] == [
        "mailto:",
        "https://wa.me/",
        "https://share.joinmastodon.org/",
        "https://www.facebook.com/sharer/sharer.php",
    ]
    assert all(story.get_url() in unquote(link) for link in links)
    assert "Eén & twee?" in unquote(links[1])
    assert not any("utm" in link for link in links)
    button = soup.select_one(".share button[data-copy]")
    assert button.has_attr("hidden")
    assert button["data-copy"].endswith(story.get_url())


def test_who_does_not_agree_to_sharing_is_not_offered_for_it(client):
    portrait = live_portrait(consent=factories.consent(for_social_media=False))
    soup = soup_of(client, portrait)
    assert not soup.select(".share")


def test_a_portrait_shows_a_name_and_own_words(client):
    portrait = live_portrait(
        person_name="Sam Voorbeeld", person_quote="Ik reken hardop.", is_example=True
    )
    words = soup_of(client, portrait).select_one(".portrait__words")
    assert words.select_one(".portrait__name bdi").get_text() == "Sam Voorbeeld"
    assert words.select_one(".portrait__name .example")
    assert words.select_one("blockquote").get_text(strip=True) == "Ik reken hardop."


def test_a_side_bar_stands_in_the_text_under_its_own_heading(client):
    bar = {"title": "Wat is een warmtebron?", "text": "<p>Een plek.</p>"}
    story = live_story(body=[("heading", {"text": "Kop", "level": "h2"}), ("side_bar", bar)])
    drawn = soup_of(client, story).select_one(".body aside.side-bar")
    assert drawn.h3.get_text() == "Wat is een warmtebron?"


def test_search_engines_hear_who_wrote_but_not_who_is_portrayed(client):
    noor, ali = live_maker(), live_maker("ali", title="Ali", is_example=True)
    portrait = factories.portrait(person_name="Sam Geheim")
    soup = soup_of(client, appear(tie(portrait, makers=[(noor, "text"), (ali, "text")])))
    article = graph(soup, "Article")
    assert [author["name"] for author in article["author"]] == [noor.title]
    assert article["isPartOf"]["@id"].endswith("/nl/magazine/#magazine")
    assert "Sam Geheim" not in json.dumps(article)
    assert graph(soup_of(client, live_story("nieuws", kind="news")), "NewsArticle")


def test_the_approval_stands_below_the_story(client):
    assert soup_of(client, live_story()).select_one(".approval-line time, .approval-line a")


def test_a_preview_shows_what_the_draft_says(client):
    story = live_story(tags=["oud"], lines=["warme-stad"])
    noor = live_maker()
    draft = tie(story, tags=["nieuw"], lines=["passend-werk"], makers=[(noor, "text")])
    revision = draft.save_revision().as_object()
    request = RequestFactory().get("/")
    request.is_preview = True
    around = revision.around(request)
    assert [label.name for label in around.tags] == ["nieuw"]
    assert [label.key for label in around.lines] == ["passend-werk"]
    assert [maker.name for maker in around.makers] == [noor.title]


def test_a_story_asks_the_database_as_much_with_much_around_it(client):
    def queries(page):
        with CaptureQueriesContext(connection) as asked:
            client.get(page.get_url())
        return len(asked)

    edition, noor = live_edition(), live_maker()
    ties = {"tags": ["werk"], "lines": ["passend-werk"], "makers": [(noor, "text")]}
    first = [live_story(f"v{number}", edition, **ties) for number in range(4)]
    fill(edition, first)
    queries(first[1])
    few = queries(first[1])
    more = [live_story(f"w{number}", edition, **ties) for number in range(12)]
    fill(edition, [*first, *more])
    queries(first[1])
    assert queries(first[1]) == few <= 12


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_the_share_picture_names_the_kind(client, code):
    home_in("ar")
    story = live_story(kind="interview")
    page = story if code == "nl" else in_language(story, code, title="قهوة بلا استمارة")
    path = share_picture_path(page)
    soup = soup_of(client, page)
    assert soup.select_one('meta[property="og:image"]')["content"].endswith(path)
    assert client.get(path).content.startswith(b"\x89PNG")
    page.kind = "column"
    assert share_picture_path(page) != path


def test_a_search_says_what_kind_of_story_it_found(client):
    story = live_story(title="Keukentafelverhaal", kind="opinion")
    answer = client.get("/nl/zoeken/?q=Keukentafelverhaal")
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.select_one(".result .eyebrow").get_text() == str(story.get_kind_display())
