"""The demo site: accounts, records, pictures and pages, as anybody can load and edit them.

Loading again makes only what is missing: what an editor changed stays. Each part is
one transaction, so a run that was stopped halfway goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import transaction

import accounts.demo
import challenge.demo
import magazine.demo
import projects.demo
import projects.demo_quotes
import redactieraad.demo
import warmtebronnen.demo
from core import reindexing
from home.demo.organisation import empty_organisation, load_organisation
from home.demo.pages import empty_pages, ids_for_links, load_pages
from home.demo.pictures import empty_pictures, load_pictures
from home.demo.texts import read_texts
from home.demo.tree import read_tree

Say = Callable[[str], None]


def load(say: Say) -> None:
    """Make what is missing and say what is done.

    Args:
        say: is given one line for each part, before it starts.

    Raises:
        DemoContentError: if a file of the demo content is wrong; it names file and field.

    """
    tree = read_tree()
    texts = read_texts(tree)
    say("Accounts")
    with transaction.atomic():
        accounts.demo.load()
        redactieraad.demo.load()
    say("Records of the programme")
    with transaction.atomic():
        projects.demo.load()
        projects.demo_quotes.load()
    say("Pictures")
    with transaction.atomic():
        pictures = load_pictures()
    say("The organisation")
    with transaction.atomic():
        load_organisation()
    for language, texts_by_key in texts.items():
        say(f"Pages in {language.name} ({len(texts_by_key)})")
        with transaction.atomic():
            load_pages(language, tree, texts_by_key, pictures)

    def pages_of(code: str) -> dict[str, int]:
        return ids_for_links(code, tree)

    magazine.demo.load(say, pictures, pages_of)
    warmtebronnen.demo.load(say, pictures, pages_of, projects.demo.organisation_ids())
    challenge.demo.load(say, pictures, pages_of)


def ways_in() -> Iterator[str]:
    """Yield lines that lead to what has no account: the personal pages of council members."""
    yield from challenge.demo.ways_in()


def empty(say: Say) -> None:
    """Remove the demo's pages, pictures and records, with whatever editors made of them.

    What editors added below a demo page goes with it, and so does what waits to be indexed of
    it all. Accounts stay.
    """
    tree = read_tree()
    challenge.demo.empty(say)
    warmtebronnen.demo.empty(say)
    magazine.demo.empty(say)
    say("Removing what the demo made")
    with transaction.atomic():
        empty_pages(tree)
        empty_pictures()
        empty_organisation()
        projects.demo_quotes.empty()
        projects.demo.empty()
        reindexing.forget_gone()
