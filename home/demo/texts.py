"""The words of the demo's pages, read and checked before anything is made of them.

`pages/<language>/<key>.toml`, with the blocks of the page under `[[body]]`. A
translation may leave out what it shares with the Dutch page: slug and picture.
"""

from __future__ import annotations

from core.demo.faults import Place
from core.demo.texts import Shape, Text, files_in
from home.demo.folder import CONTENT
from home.demo.tree import Tree
from languages.registry import LANGUAGES, SOURCE, Language

FOLDER = CONTENT / "pages"
WORDS = ("title", "slug", "seo_title", "search_description", "in_short", "lead", "intro")
FIELDS = {*WORDS, "picture", "body"}
SHARED = ("slug", "picture")
SHAPE = Shape(FIELDS, {"title", "slug", "search_description", "body"})


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
    source = {key: SHAPE.read(FOLDER / SOURCE / f"{key}.toml") for key in tree}
    shared = {
        key: {name: text.values[name] for name in SHARED if name in text.values}
        for key, text in source.items()
    }
    texts: Texts = {}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        files = files_in(FOLDER / language.code, tree)
        if files:
            texts[language] = {key: SHAPE.read(file, shared[key]) for key, file in files.items()}
    return texts
