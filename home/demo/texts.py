"""The words of the demo's pages, read and checked before anything is made of them.

`pages/<language>/<key>.toml`, with the blocks of the page under `[[body]]`. A
translation may leave out what it shares with the Dutch page: slug and picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.demo.faults import Place
from core.demo.files import check_fields, read_toml
from home.demo.folder import CONTENT
from home.demo.tree import Tree
from languages.registry import LANGUAGES, SOURCE, Language

FOLDER = CONTENT / "pages"
WORDS = ("title", "slug", "seo_title", "search_description", "in_short", "lead", "intro")
FIELDS = {*WORDS, "picture", "body"}
SHARED = ("slug", "picture")
REQUIRED = {"title", "slug", "search_description", "body"}
LONGEST_DESCRIPTION = 155  # search engines cut off what is longer


@dataclass(frozen=True)
class Text:
    """The words of one page in one language.

    Attributes:
        place: the file.
        values: what the file says, with what it shares with the Dutch page.

    """

    place: Place
    values: dict[str, Any]


Texts = dict[Language, dict[str, Text]]


def read_texts(tree: Tree) -> Texts:
    """Return the texts by language, the source first, and by key, in the order of the tree.

    Raises:
        DemoContentError: if a file is wrong or belongs to no language or page.

    """
    known = {language.code for language in LANGUAGES}
    for folder in FOLDER.iterdir():
        if folder.name not in known:
            Place(folder).refuse(f"no language of the site; those are {', '.join(known)}")
    source = {key: _read(FOLDER / SOURCE / f"{key}.toml", {}) for key in tree}
    texts: Texts = {}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        files = {file.stem: file for file in (FOLDER / language.code).glob("*.toml")}
        for key in files.keys() - tree.keys():
            Place(files[key]).refuse("there is no page with this key in tree.toml")
        if files:
            texts[language] = {
                key: _read(files[key], source[key].values) for key in tree if key in files
            }
    return texts


def _read(file: Path, source: dict[str, Any]) -> Text:
    """Return one text, with what it shares with its source."""
    place = Place(file)
    shared = {name: source[name] for name in SHARED if name in source}
    values = shared | read_toml(file)
    check_fields(values, FIELDS, REQUIRED, place)
    if len(values["search_description"]) > LONGEST_DESCRIPTION:
        place.at("search_description").refuse(f"is longer than {LONGEST_DESCRIPTION}")
    return Text(place, values)
