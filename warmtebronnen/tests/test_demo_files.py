"""The files of the demo's places are whole, true to the seeds, and plainly examples."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from opening_hours import OpeningHours

from languages.registry import LANGUAGES
from warmtebronnen.directory.postcodes import Point, centre_of, distance_km
from warmtebronnen.models.location import WHERE_EXACTLY
from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance, Need

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "warmtebronnen" / "demo_content"
TOUR = [
    "tafelvanzeven", "buurtlab", "stichting-pluspunt", "excelsior-4-all", "gaarkeuken",
    "geloven-in-spangen", "house-of-hope", "faircasso", "stichting-mait", "de-voedseltuin",
]  # fmt: skip
CODES = {
    "needs": Need.values,
    "how_to_come": Entrance.values,
    "languages": list(SPOKEN),
    "access": Access.values,
}
# The most characters that a page or a search engine takes.
LENGTHS = {
    "title": 60, "slug": 60, "summary": 300, "search_description": 155, "for_whom": 200,
    "conditions": 300, "costs_note": 200, "hours_note": 200, "how_to_find": 300,
}  # fmt: skip
# Languages that have the ten of the tour and as many examples.
COMPLETE = ["nl", "nl-simple", "en", "ar"]
# Words per sentence, as for the site's other pages.
LONGEST_SENTENCES = {"nl": 12, "nl-simple": 9}
UNWANTED = re.compile(r"doelgroep|cliënt|afstand tot de arbeidsmarkt", re.IGNORECASE)


@cache
def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


PLACES = {one["key"]: one for one in read(FOLDER / "places.toml")["place"]}
EXAMPLES = [one for one in PLACES.values() if one.get("is_example")]
WORDS = sorted(FOLDER.glob("*/*.toml"))


def words_of(code: str) -> dict[str, dict[str, Any]]:
    return {file.stem: read(file) for file in WORDS if file.parent.name == code}


def text_of(values: dict[str, Any]) -> str:
    """Return all that readers read, a full stop after each part."""
    parts = [one for name, one in values.items() if name not in {"slug", "body"}]
    for block in values["body"]:
        parts += [one for name, one in block.items() if name not in {"type", "level", "tone"}]
    return re.sub(r"<[^>]+>", " ", ". ".join(parts).replace("</p>", ". ").replace("</li>", ". "))


def neighbourhoods() -> dict[str, list[str]]:
    areas = read(ROOT / "projects" / "demo_content" / "places.toml")["area"]
    return {area["key"]: area["neighbourhoods"] for area in areas}


class TestFacts:
    def test_ten_were_on_the_tour_and_forty_are_examples_in_every_area(self):
        assert list(PLACES)[:10] == TOUR
        assert len(EXAMPLES) == 40
        assert {one["area"] for one in EXAMPLES if "area" in one} == neighbourhoods().keys()

    def test_of_real_places_nothing_is_told_that_the_seeds_do_not(self):
        assert {name for key in TOUR for name in PLACES[key]} == {"key", "organisation"}

    def test_of_real_places_nobody_is_told_that_no_conditions_are_asked(self):
        """Without words of their own, the page would say so."""
        for file in WORDS:
            assert file.stem not in TOUR or read(file)["conditions"], file

    @pytest.mark.parametrize("name", CODES)
    def test_codes_are_known_and_each_is_shown_once(self, name):
        for place in EXAMPLES:
            assert set(place.get(name, [])) <= set(CODES[name])
        if name != "languages":
            assert {code for place in EXAMPLES for code in place.get(name, [])} == set(CODES[name])

    def test_every_cost_is_shown(self):
        assert {place["costs"] for place in EXAMPLES} == set(Cost.values)

    def test_hours_can_be_read(self):
        hours = [place["hours"] for place in EXAMPLES if "hours" in place]
        assert len(hours) == 39
        for one in hours:
            OpeningHours(one)

    def test_an_example_lies_in_its_neighbourhood_and_at_no_front_door(self):
        for place in EXAMPLES:
            if not place.get("is_confidential"):
                assert place["neighbourhood"] in neighbourhoods()[place["area"]]
                point = Point(place["latitude"], place["longitude"])
                # As exact as the centres are where the city is thin.
                assert distance_km(centre_of(place["postcode"]), point) < 2
                assert point == Point(round(point.latitude, 3), round(point.longitude, 3))

    def test_nothing_in_an_example_is_real(self):
        for place in EXAMPLES:
            assert place.get("address", "Voorbeeld").startswith("Voorbeeld")
            assert place.get("postcode", "QQ").endswith("QQ")
            assert place.get("phone", "010 000 00").startswith("010 000 00")
            assert place.get("whatsapp", "+31 6 00 00 00").startswith("+31 6 00 00 00")
            for name in ("email", "website"):
                assert (
                    place.get(name, "voorbeeld.example").rstrip("/").endswith("voorbeeld.example")
                )

    def test_the_confidential_place_says_nowhere_where_it_is(self):
        hidden = [place for place in EXAMPLES if place.get("is_confidential")]
        assert [place["key"] for place in hidden] == ["huis-windstil"]
        assert not {*WHERE_EXACTLY, "area"} & hidden[0].keys()
        assert not any("how_to_find" in words_of(code)["huis-windstil"] for code in COMPLETE)

    def test_some_are_stale_and_one_has_two_partners(self):
        days = [place.get("confirmed_days_ago") for place in EXAMPLES]
        assert {130, 200, 400, None} <= set(days)
        assert any(len(place.get("partners", [])) > 1 for place in EXAMPLES)


class TestWords:
    def test_every_place_has_dutch_words_and_every_word_a_place(self):
        assert words_of("nl").keys() == PLACES.keys()
        for file in WORDS:
            assert file.stem in PLACES
            assert file.parent.name in {language.code for language in LANGUAGES}

    @pytest.mark.parametrize("code", COMPLETE)
    def test_the_tour_and_ten_examples_are_translated(self, code):
        assert set(TOUR) <= words_of(code).keys()
        assert len(words_of(code)) >= 20

    def test_what_one_language_says_the_other_says_too(self):
        dutch = words_of("nl")
        for file in WORDS:
            values = read(file)
            assert values.keys() | {"slug"} == dutch[file.stem].keys(), file
            assert [one["type"] for one in values["body"]], file

    def test_everything_fits(self):
        for file in WORDS:
            for name, value in read(file).items():
                assert name == "body" or 0 < len(value) <= LENGTHS[name], f"{file}: {name}"

    @pytest.mark.parametrize("code", LONGEST_SENTENCES)
    def test_sentences_are_short(self, code):
        for key, values in words_of(code).items():
            sentences = re.split(r"[.!?:;]+(?:\s|$)", text_of(values))
            lengths = [length for one in sentences if (length := len(one.split()))]
            assert sum(lengths) / len(lengths) <= LONGEST_SENTENCES[code], key

    def test_no_two_places_are_told_in_the_same_words(self):
        for code in {file.parent.name for file in WORDS}:
            for name in ("title", "summary", "search_description"):
                told = [values[name] for values in words_of(code).values()]
                assert len(set(told)) == len(told), f"{code}: {name}"

    def test_people_are_never_called_by_the_words_of_an_office(self):
        for file in WORDS:
            assert not UNWANTED.search(text_of(read(file))), file
