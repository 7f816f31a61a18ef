"""The magazine's demo: editions and stories that went the whole way past the redactieraad.

Nothing here publishes by itself: the demo's editor submits, and the demo's council votes.
Loading again makes only what is missing: what an editor changed stays.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from wagtail.models import Page

from magazine.demo.council import Council
from magazine.demo.pages import Maker
from magazine.demo.plan import read_plan, translation_key
from magazine.demo.records import (
    empty_records,
    load_consents,
    load_series,
    withdraw_consents,
)
from magazine.demo.texts import read_texts
from magazine.models import MagazineIndexPage
from redactieraad.models import Entry
from redactieraad.signals import because

Say = Callable[[str], None]


def load(say: Say, pictures: dict[str, int], pages: Callable[[str], dict[str, int]]) -> None:
    """Make what is missing.

    Args:
        say: is given one line for each part, before it starts.
        pictures: the id of each demo picture by its name.
        pages: returns, for a language tag, the ids of the site's other pages by key.

    Raises:
        DemoContentError: if a file of the demo content is wrong; it names file and field.

    """
    plan = read_plan()
    texts = read_texts(plan)
    with transaction.atomic():
        consents = load_consents(plan)
        series = load_series(plan, texts)
    for language, words in texts.items():
        index = MagazineIndexPage.objects.filter(locale__language_code=language.code).first()
        if index is None:
            continue
        say(f"The magazine in {language.name} ({len(words)})")
        with transaction.atomic():
            maker = Maker(plan, words, index, pictures, pages(language.code))
            made = maker.make(consents, series.get(language.code, {}))
        with transaction.atomic():
            Council(plan, language.code).decide(made)
    # Last, so that it empties every language.
    withdraw_consents(plan)


def empty(say: Say) -> None:
    """Remove the demo's editions, stories and makers, with what editors added below them."""
    plan = read_plan()
    say("Removing the magazine's demo")
    keys = [translation_key(key) for key in plan.pages]
    with transaction.atomic(), because(Entry.Reason.DELETED):
        for page in Page.objects.filter(translation_key__in=keys).order_by("-depth").specific():
            page.delete()
        empty_records(plan)
