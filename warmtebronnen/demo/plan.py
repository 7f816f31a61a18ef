"""What the directory's demo holds: the facts of each place, and its words in each language."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from core.demo.faults import FOLDER, Place
from core.demo.files import check_fields, read_toml
from core.demo.texts import Shape, Text, files_in
from languages.registry import LANGUAGES, SOURCE, Language

CONTENT = Path(__file__).resolve().parents[1] / FOLDER
FILE = CONTENT / "places.toml"
# Any fixed number will do: with it, each place gets the same translation key on every machine.
NAMESPACE = uuid.UUID("c2b7a3de-51f4-4f0c-9f6e-8a7d0b6e4412")

# What the page takes as it stands in the file, and what it takes under another name.
FACTS = (
    "is_example", "needs", "costs", "how_to_come", "access", "hours", "address", "postcode",
    "town", "latitude", "longitude", "phone", "whatsapp", "email", "website", "is_confidential",
)  # fmt: skip
NAMED = ("languages", "organisation", "area", "neighbourhood", "picture")
AROUND = ("partners", "confirmed_days_ago", "confirmed_by", "private_address", "notice")
STATES = ("state", "states", "remark", "proposal")
WORDS = (
    "title", "slug", "summary", "search_description", "in_short", "for_whom", "conditions",
    "costs_note", "hours_note", "how_to_find",
)  # fmt: skip
SHARED = ("slug",)
SHAPE = Shape({*WORDS, "body"}, {"title", "slug", "summary"})


class Entry:
    """One place of the plan."""

    def __init__(self, values: dict[str, Any], place: Place) -> None:
        """Take what the file says of it, and where that stands."""
        self.key: str = values["key"]
        self.values = values
        self.place = place
        self.translation_key = uuid.uuid5(NAMESPACE, self.key)

    def state_in(self, language: str) -> str:
        """Return how far this is in a language: `live` unless the plan says otherwise."""
        states = self.values.get("states", {})
        return str(states.get(language, self.values.get("state", "live")))


Plan = dict[str, Entry]
Texts = dict[Language, dict[str, Text]]


def read_plan() -> Plan:
    """Return the places by key, in the order of the file.

    Raises:
        DemoContentError: an entry is incomplete, says something unknown, or is there twice.

    """
    plan: Plan = {}
    known = {"key", *FACTS, *NAMED, *AROUND, *STATES}
    for position, values in enumerate(read_toml(FILE).get("place", [])):
        place = Place(FILE).at("place").at(position)
        check_fields(values, known, {"key"}, place)
        if values["key"] in plan:
            place.at("key").refuse(f"{values['key']!r} is there already")
        plan[values["key"]] = Entry(values, place)
    return plan


def read_texts(plan: Plan) -> Texts:
    """Return the words by language, the source first, and by key.

    Raises:
        DemoContentError: a file is wrong, belongs to no place, or a place lacks its Dutch one.

    """
    source = {key: SHAPE.read(CONTENT / SOURCE / f"{key}.toml") for key in plan}
    texts: Texts = {}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        texts[language] = {
            key: SHAPE.read(file, {name: source[key].values[name] for name in SHARED})
            for key, file in files_in(CONTENT / language.code, plan).items()
        }
    return {language: words for language, words in texts.items() if words}
