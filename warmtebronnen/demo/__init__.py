"""The directory's demo: places that went the whole way past the redactieraad.

Nothing here publishes by itself: the demo's editor submits, and the demo's council votes.
Loading again makes only what is missing: what an editor or partner changed stays.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.db import transaction

from core.demo.finder import Finder
from languages.registry import SOURCE
from redactieraad.demo_votes import Voters
from redactieraad.models import Entry
from redactieraad.signals import because
from warmtebronnen.demo.around import load_around
from warmtebronnen.demo.deciding import decide
from warmtebronnen.demo.pages import Maker
from warmtebronnen.demo.plan import Plan, read_plan, read_texts
from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage

Say = Callable[[str], None]


def load(
    say: Say,
    pictures: dict[str, int],
    pages: Callable[[str], dict[str, int]],
    organisations: dict[str, int],
) -> None:
    """Make what is missing.

    Args:
        say: is given one line for each language, before it starts.
        pictures: the id of each demo picture by its name.
        pages: returns, for a language tag, the ids of the site's other pages by key.
        organisations: the id of each demo organisation by its key.

    Raises:
        DemoContentError: if a file of the demo content is wrong; it names file and field.

    """
    plan = read_plan()
    for language, words in read_texts(plan).items():
        index = WarmtebronnenIndexPage.objects.filter(locale__language_code=language.code).first()
        if index is None:
            continue
        say(f"The warm places in {language.name} ({len(words)})")
        code = language.code
        finder = Finder(
            (code, SOURCE), pages(code) | _ids(plan, SOURCE) | _ids(plan, code), pictures
        )
        finder.know(apps.get_model("projects.Organisation"), organisations)
        voters = Voters(code)
        # All at once: a place is never there without who tends it and what was decided.
        with transaction.atomic():
            made = Maker(plan, index, finder, voters.editor).make(words)
            if code == SOURCE:
                for key, page in made.items():
                    load_around(page, plan[key])
            decide(plan, made, voters, code, is_source=code == SOURCE)


def empty(say: Say) -> None:
    """Remove the demo's places in every language, with all that is tied to them."""
    say("Removing the demo's warm places")
    keys = [entry.translation_key for entry in read_plan().values()]
    with transaction.atomic(), because(Entry.Reason.DELETED):
        for page in WarmtebronPage.objects.filter(translation_key__in=keys):
            page.delete()


def _ids(plan: Plan, code: str) -> dict[str, int]:
    """Return where links lead: the places that are there in a language, by key."""
    keys = {entry.translation_key: key for key, entry in plan.items()}
    there = WarmtebronPage.objects.filter(translation_key__in=keys, locale__language_code=code)
    return {keys[found]: pk for found, pk in there.values_list("translation_key", "pk")}
