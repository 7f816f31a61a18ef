"""The files of the challenge's demo are whole, plainly examples, and name their own mistakes."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from challenge.demo import lines, plan
from challenge.demo.council import DOMAIN
from challenge.demo.plan import CONTENT, read_plan
from challenge.vocabulary import LetterKind, Spending
from core.demo.faults import DemoContentError, Place
from core.demo.files import read_toml

TODAY = dt.date(2025, 9, 3)
PLAN = read_plan(TODAY)
SEATS = 45
# The languages that have every page, each with the word that says that it is an example.
EXAMPLE = {"nl": "voorbeeld", "nl-simple": "voorbeeld", "en": "example", "ar": "مثال"}
# Words per sentence, as for the site's other pages.
LONGEST_SENTENCES = {"nl": 12, "nl-simple": 9}
UNWANTED = re.compile(r"doelgroep|cliënt|afstand tot de arbeidsmarkt", re.IGNORECASE)
# What real parties in Dutch councils are called, in whole or in part.
REAL = re.compile(
    r"leefbaar|vvd|d66|groenlinks|pvda|arbeid|denk|cda|socialist|christen|unie|sgp|dieren|nida"
    r"|50plus|bij1|volt|forum|bbb|ja21|stadspartij|belang|burger|contract",
    re.IGNORECASE,
)
MEMBERS = [name for party in PLAN.council.values["party"] for name in party["members"]]
TEXTS = {
    code: {file.stem: tomllib.loads(file.read_text()) for file in (CONTENT / code).glob("*.toml")}
    for code in EXAMPLE
}


def read_by_people(values: dict[str, Any]) -> str:
    """Return all that readers read, a full stop after each part."""
    own = [text for name, text in values.items() if isinstance(text, str) and name != "slug"]
    blocks = [*values["answers"], *values.get("launch_day", [])]
    inside = [
        one[name] for one in blocks for name in ("title", "words", "follow_up") if name in one
    ]
    return ". ".join([*own, *inside])


class TestTheCouncil:
    def test_all_its_seats_are_taken_on_the_day_of_every_invitation(self):
        gone = {term["member"] for term in PLAN.council.values["term"]}
        assert len(set(MEMBERS)) == len(MEMBERS) == SEATS + 1
        assert gone == {"Quinten Krijtstreep", "Roos Kaarsvet", "Nadia Nachtkastje"}

    def test_no_real_party_and_nobody_real_sits_in_it(self):
        real = read_toml(CONTENT.parents[1] / "projects" / "demo_content" / "people.toml")
        families = {one["name"].split()[-1] for one in real["person"]}
        assert not [name for name in MEMBERS if name.split()[-1] in families]
        parties = [party["name"] for party in PLAN.council.values["party"]]
        assert not [name for name in parties if REAL.search(name)]
        assert DOMAIN.endswith(".example")

    def test_whoever_did_something_sits_in_it(self):
        for campaign in PLAN.campaigns:
            did = Counter(one.values["name"] for one in campaign.members)
            assert set(did) <= set(MEMBERS)
            assert set(did.values()) <= {1}


class TestTheWords:
    @pytest.mark.parametrize("code", EXAMPLE)
    def test_each_campaign_has_a_page_that_says_that_it_is_an_example(self, code):
        assert TEXTS[code].keys() == {one.key for one in PLAN.campaigns}
        for text in TEXTS[code].values():
            assert EXAMPLE[code] in text["in_short"].lower()
            assert EXAMPLE[code] in text["search_description"].lower()

    @pytest.mark.parametrize("code", EXAMPLE)
    def test_each_page_names_the_amount_of_its_campaign(self, code):
        for one in PLAN.campaigns:
            text = TEXTS[code][one.key]
            for name in ("question", "definition"):
                assert str(one.values["amount"]) in text[name], (code, one.key, name)

    @pytest.mark.parametrize("code", LONGEST_SENTENCES)
    def test_sentences_are_short(self, code):
        for key, values in TEXTS[code].items():
            sentences = re.split(r"[.!?:;]+(?:\s|$)", read_by_people(values))
            lengths = [length for one in sentences if (length := len(one.split()))]
            assert sum(lengths) / len(lengths) <= LONGEST_SENTENCES[code], key

    def test_people_are_never_called_by_the_words_of_an_office(self):
        for file in CONTENT.rglob("*.toml"):
            assert not UNWANTED.search(file.read_text()), file

    def test_every_letter_has_words_and_a_subject_that_tells_others_nothing(self):
        assert PLAN.letters.keys() == set(LetterKind.values)
        for letter in PLAN.letters.values():
            assert letter["words"].strip()
            assert "voorbeeld" in letter["subject"]
            assert not any(name in letter["subject"] for name in MEMBERS)


PLACE = Place(CONTENT / "responses" / "x.toml")


class TestLines:
    def test_an_entry_is_read_with_its_amount_in_cents(self):
        found = lines.entry("4 food 6,75 public: Soep: goed.", PLACE)
        assert found == lines.EntryLine(4, Spending.FOOD, 675, "public", "Soep: goed.")
        assert lines.entry("2 - private: Stil.", PLACE).cents == 0

    @pytest.mark.parametrize(
        ("read", "text"),
        [
            (lines.entry, "8 food 6,75 public"),
            (lines.entry, "4 soup 6,75 public"),
            (lines.entry, "4 food 6,75 nobody"),
            (lines.entry, "4 food 6,7,5 public"),
            (lines.answer, "4 maybe public: Tja."),
            (lines.answer, "accept public"),
            (lines.contact, "4 phone"),
            (lines.contact, "4 pigeon sent"),
        ],
    )
    def test_a_line_that_says_something_else_is_named(self, read, text):
        with pytest.raises(DemoContentError, match=r"responses/x\.toml: "):
            read(text, PLACE)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('[[member]]\nname = "X"\nmood = "blij"', "mood"),
        ('[[member]]\nname = "X"\noutside = "ill"', "since"),
        ("[[member]]\nreceipt = 4", "name"),
        ("members = []", "members"),
    ],
)
def test_a_mistake_in_who_did_what_is_named(tmp_path, monkeypatch, text, field):
    for file in CONTENT.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text())
    responses = tmp_path / plan.RESPONSES
    responses.mkdir()
    for one in PLAN.campaigns:
        (responses / f"{one.key}.toml").write_text(text)
    monkeypatch.setattr(plan, "CONTENT", tmp_path)
    with pytest.raises(DemoContentError, match=rf"voorbeeldstad-eerste\.toml: .*{field}"):
        read_plan(TODAY)
