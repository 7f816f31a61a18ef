"""Makes the demo's pages in one language: first all of them, then their texts, which link."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError

from wagtail.models import Locale, Page, Site

from core.demo.blocks import stream_of
from core.demo.finder import Finder
from core.demo.texts import Text
from home.demo.texts import WORDS
from home.demo.tree import HOME, Node, Tree
from home.models import HomePage
from languages.registry import SOURCE, Language, fallbacks
from projects import demo_quotes
from projects.models import ProgrammeLine, Quote

# Any fixed number will do: with it, each page gets the same translation key on every machine.
NAMESPACE = uuid.UUID("b5a1f0de-3a5e-4c0e-8f0b-2f8b7b3f6c11")


def load_pages(
    language: Language, tree: Tree, texts: dict[str, Text], pictures: dict[str, int]
) -> None:
    """Make the pages that are missing in this language, and publish them.

    Raises:
        DemoContentError: if a text does not fit its page.

    """
    locale = Locale.objects.get(language_code=language.code)
    there = _pages_in(language.code, tree)
    made: dict[str, Page] = {}
    for key, text in texts.items():
        page = there.get(key)
        if page is None or (key == HOME and page.latest_revision_id is None):
            made[key] = page.specific if page else _new_page(tree[key], locale)
            _give_words(made[key], text)
            if page is None:
                _add(made[key], tree[key], tree, there | made, text)
    ids = ids_for_links(language.code, tree) | {key: page.pk for key, page in made.items()}
    finder = Finder((language.code, SOURCE), ids, pictures)
    finder.know(Quote, demo_quotes.ids(language.code))
    for key, page in made.items():
        text = texts[key]
        if "picture" in text.values:
            _give_picture(page, text, finder)
        page.body = stream_of(
            page.body.stream_block, text.values["body"], text.place.at("body"), finder
        )
        _tie_to_line(page, tree[key], finder)
        page.save_revision().publish()


def empty_pages(tree: Tree) -> None:
    """Remove the demo's pages in every language; the Dutch home page stays, as if never edited."""
    home = _source_home()
    for translation in home.get_translations():
        translation.delete()
    keys = [translation_key(key) for key in tree if key != HOME]
    for page in Page.objects.filter(translation_key__in=keys).order_by("-depth"):
        page.delete()
    home.revisions.all().delete()


def translation_key(key: str) -> uuid.UUID:
    """Return what ties the languages of one demo page together."""
    return _source_home().translation_key if key == HOME else uuid.uuid5(NAMESPACE, key)


def _source_home() -> HomePage:
    """Return the Dutch home page, which is there from the first migration on."""
    root = Site.objects.get(is_default_site=True).root_page
    return HomePage.objects.get(translation_key=root.translation_key, locale__language_code=SOURCE)


def _pages_in(code: str, tree: Tree) -> dict[str, Page]:
    """Return the demo's pages that are there in a language, by key."""
    keys = {translation_key(key): key for key in tree}
    pages = Page.objects.filter(translation_key__in=keys, locale__language_code=code)
    return {keys[page.translation_key]: page for page in pages}


def ids_for_links(code: str, tree: Tree) -> dict[str, int]:
    """Return where links lead: to the page in this language, else in the reader's next best."""
    pages: dict[str, Page] = {}
    for one in (*reversed(fallbacks(code)), code):
        pages |= _pages_in(one, tree)
    return {key: page.pk for key, page in pages.items()}


def _new_page(node: Node, locale: Locale) -> Page:
    """Return a page that is not in the tree yet."""
    return node.model(
        locale=locale,
        translation_key=translation_key(node.key),
        live=False,
        show_in_menus=node.in_menu,
    )


def _give_words(page: Page, text: Text) -> None:
    """Fill everything that names nothing else."""
    for name in WORDS:
        if name in text.values:
            if not hasattr(page, name):
                text.place.at(name).refuse(f"{type(page).__name__} has no such field")
            setattr(page, name, text.values[name])


def _give_picture(page: Page, text: Text, finder: Finder) -> None:
    """Give home the picture at its top."""
    place = text.place.at("picture")
    if not isinstance(page, HomePage):
        place.refuse("only home has a picture at its top; use a figure in the body")
    page.hero_image_id = finder.picture(text.values["picture"], place)


def _add(page: Page, node: Node, tree: Tree, pages: dict[str, Page], text: Text) -> None:
    """Put a new page into the tree: below its parent, or the nearest one that has its language."""
    key = node.parent
    while key and key not in pages:
        key = tree[key].parent
    if key:
        parent = pages[key]
        # A page that stands in for its parent is no section of its own.
        page.show_in_menus = node.in_menu and key == node.parent
    elif node.key == HOME:
        parent = Page.get_first_root_node()
        page.slug = f"{page.slug}-{page.locale.language_code}"
    else:
        text.place.refuse("this language has no home page: home.toml is missing")
    if not node.model.can_exist_under(parent):
        text.place.refuse(
            f"{node.model.__name__} cannot stand below {parent.specific_class.__name__}; "
            f"is {node.parent}.toml missing?"
        )
    try:
        parent.add_child(instance=page)
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        text.place.at(field).refuse(messages[0])


def _tie_to_line(page: Any, node: Node, finder: Finder) -> None:
    """Give the page about a programme line its colour, and the line its page."""
    if not node.programme_line:
        return
    pk = finder.record(ProgrammeLine, node.programme_line, node.place.at("programme_line"))
    line = ProgrammeLine.objects.get(pk=pk)
    page.programme_line = line
    if line.page_id is None and line.locale_id == page.locale_id:
        line.page = page
        line.save_revision().publish()
