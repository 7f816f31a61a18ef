"""The slides: what they are made of, for whom, and that the file needs nothing beside itself."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from django.urls import reverse

from challenge import models
from challenge.journalist.one_file import inside
from challenge.journalist.slides import PARTIES, slides
from challenge.journalist.voices import voices
from challenge.tests import factories
from challenge.tests.desk import account
from challenge.tests.whole import ENTRY, NEVER, STATEMENT, WORDS, on_the_eve
from challenge.vocabulary import OUTCOMES, Choice

pytestmark = pytest.mark.django_db
LOADED = {"src", "srcset", "data", "poster", "action"}


@pytest.fixture
def whole():
    return on_the_eve()


def kinds(campaign):
    return [slide.kind for slide in slides(campaign)]


def test_it_is_made_of_the_question_answers_voices_index_and_what_is_next(whole):
    found = kinds(whole.campaign)
    assert found[:4] == ["title", "question", "covers", "answers"]
    places = [found.index(one) for one in ("answers", "voice", "about_index", "index", "next")]
    assert places == sorted(places)
    assert found.count("next") == len(OUTCOMES)
    assert found[-1] == "end"


def test_the_four_answers_are_equals_with_their_counts(whole):
    slide = next(one for one in slides(whole.campaign) if one.kind == "answers")
    answers = slide.shown["answers"]
    assert [one.code for one in answers] == list(OUTCOMES)
    assert [one.count for one in answers] == [2, 2, 1, 1]


def test_every_place_stands_with_its_band(whole):
    rows = [
        row for one in slides(whole.campaign) if one.kind == "index" for row in one.shown["rows"]
    ]
    assert rows
    for row in rows:
        assert row.band[0] <= row.place <= row.band[1]
    assert all(
        len(one.shown["rows"]) <= PARTIES for one in slides(whole.campaign) if one.kind == "index"
    )


def said(campaign):
    return [one.shown["words"] for one in slides(campaign) if one.kind == "voice"]


def test_voices_are_those_of_the_report_else_one_of_each_answer(whole):
    assert said(whole.campaign) == [
        WORDS[one] for one in (Choice.NO, Choice.ACCEPT, Choice.NONSENSE)
    ]
    report = models.ReportPage.objects.get()
    by_words = {one.words: one.name for one in voices(whole.campaign)}
    report.body = [
        ("voice", {"source": by_words[words], "introduction": ""}) for words in (ENTRY, STATEMENT)
    ]
    report.save_revision()
    assert said(whole.campaign) == [ENTRY, STATEMENT]


def test_a_campaign_that_only_begins_has_slides_without_counts():
    campaign = factories.CampaignFactory()
    found = slides(campaign)
    assert [one.kind for one in found] == ["title", "covers", "answers"]
    assert {one.count for one in found[-1].shown["answers"]} == {None}


class Reader(HTMLParser):
    """Reads what a page loads, and whether it says no more than its policy allows."""

    def __init__(self):
        """Start with nothing found."""
        super().__init__()
        self.loads, self.inline, self.text, self._within = [], [], {}, ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.loads += [values[name] for name in LOADED & values.keys()]
        if tag == "link":
            self.loads.append(values["href"])
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        self._within = tag if tag in {"style", "script"} else ""

    def handle_data(self, data):
        if self._within:
            self.text[self._within] = self.text.get(self._within, "") + data

    def handle_endtag(self, tag):
        self._within = ""


def read(response):
    reader = Reader()
    reader.feed(response.content.decode())
    return reader


@pytest.fixture
def journalist(client):
    client.force_login(account("Journalist"))
    return client


def test_the_page_holds_no_inline_code_and_its_policy_allows_none(journalist, whole):
    response = journalist.get(reverse("journalist:presentation", args=[whole.campaign.slug]))
    found = read(response)
    assert found.text.get("script", "").strip() == found.text.get("style", "").strip() == ""
    assert found.inline == []
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "nonce" not in policy
    shown = response.content.decode()
    assert not [one for one in NEVER if one in shown]


def test_the_file_loads_nothing_and_its_policy_allows_just_what_is_in_it(journalist, whole):
    url = reverse("journalist:presentation_file", args=[whole.campaign.slug])
    response = journalist.get(url)
    assert "attachment" in response.headers["Content-Disposition"]
    found = read(response)
    assert found.loads == []
    assert found.inline == []
    page = response.content.decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "default-src &#x27;none&#x27;" in policy
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(found.text[tag].encode()).digest()).decode()
        assert f"{tag}-src &#x27;sha256-{digest}&#x27;" in policy
    assert not re.search(r'url\((?!"data:)', found.text["style"])
    assert "@import" not in found.text["style"]
    assert journalist.get(url.replace("bestand/", "")).content.count(b"<section") == page.count(
        "<section"
    )


def test_what_is_put_inside_cannot_end_its_element():
    made = inside()
    for element in (made.style, made.script):
        assert element.count("</") == 1


def test_after_the_launch_too_the_slides_are_for_who_may_read_responses(client, whole):
    whole.launch()
    url = reverse("journalist:presentation", args=[whole.campaign.slug])
    assert client.get(url).status_code == 302
    client.force_login(account("Redactie"))
    assert client.get(url).status_code == 403
