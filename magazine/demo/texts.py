"""The words of the magazine's demo: `demo_content/<language>/<key>.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.demo.faults import Place
from core.demo.files import check_fields, read_toml
from languages.registry import LANGUAGES, SOURCE, Language
from magazine.demo.plan import CONTENT, Plan

FIELDS = {
    "title", "slug", "seo_title", "search_description", "in_short", "intro", "lead",
    "cover_caption", "person_name", "person_quote", "about", "name", "audio_transcript", "body",
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    """The words of one page or series in one language."""

    place: Place
    values: dict[str, Any]


Texts = dict[Language, dict[str, Text]]


def read_texts(plan: Plan) -> Texts:
    """Return the texts by language, the source first, and by key, in the order of the plan.

    Raises:
        DemoContentError: if a file is wrong or belongs to nothing in the plan.

    """
    known = plan.pages | plan.series
    texts: Texts = {}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        files = {file.stem: file for file in (CONTENT / language.code).glob("*.toml")}
        for key in files.keys() - known.keys():
            Place(files[key]).refuse("there is nothing with this key in tree.toml")
        if files:
            own = {key: _read(Place(files[key])) for key in known if key in files}
            texts[language] = own
    return texts


def _read(place: Place) -> Text:
    values = read_toml(place.file)
    check_fields(values, FIELDS, set(), place)
    return Text(place, values)
