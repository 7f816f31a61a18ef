"""Every kind of governed text, with what a route needs to know of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from django.utils import timezone

from wagtail.models import Locale, Page

from magazine.tests import factories as magazine
from projects.models import Quote

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Kind:
    """One kind of governed text.

    Attributes:
        name: as in the ids of the tests.
        make: returns a new draft, with a revision.
        words: a field of its text.
        filled_in: returns what the form of a new one needs, beside a title and an address.

    """

    name: str
    make: Callable[[], Any]
    words: str
    filled_in: Callable[[], dict[str, Any]]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


def quote(**fields: Any) -> Quote:
    """Return a new draft of a quote, that somebody agreed to."""
    values = {
        "text": "Ik wil meedoen.",
        "named_as": "Sam",
        "consent_given_on": timezone.localdate(),
    }
    made = Quote(locale=Locale.get_default(), live=False, **(values | fields))
    made.save()
    made.save_revision()
    return made


def _page(make: Callable[..., Page], **fields: Any) -> Callable[[], Page]:
    return lambda: make(f"tekst-{next(_numbers)}", **fields)


STORY = Kind("story", _page(magazine.story), "intro", dict)
PORTRAIT = Kind(
    "portrait",
    _page(magazine.portrait),
    "intro",
    lambda: {"person_name": "Sam", "consent": magazine.consent().pk},
)
EDITION = Kind(
    "edition",
    _page(magazine.edition),
    "lead",
    lambda: {"number": 2, "season": "summer", "year": 2019},
)
MAKER = Kind("maker", _page(magazine.maker, about="Maakt foto's."), "about", dict)
QUOTE = Kind(
    "quote",
    quote,
    "text",
    lambda: {"named_as": "Sam", "consent_given_on": timezone.localdate().isoformat()},
)
PAGES = (STORY, PORTRAIT, EDITION, MAKER)
KINDS = (*PAGES, QUOTE)


def tried_by(*people: str) -> list[Any]:
    """Return who tries what: the last of these people, who may most, tries every kind.

    All others try one page and one snippet: the rule asks what a text is, not who is there.
    """
    *others, strongest = people
    tried = [(kind, strongest) for kind in KINDS]
    tried += [(kind, name) for kind in (STORY, QUOTE) for name in others]
    return [pytest.param(kind, name, id=f"{kind}-{name}") for kind, name in tried]


def edited(text: Any, kind: Kind, words: str = "Anders.", user: Any = None) -> Any:
    """Return the text as the database has it, after a draft of it got other words."""
    draft = text.get_latest_revision_as_object()
    setattr(draft, kind.words, words)
    draft.save_revision(user=user)
    return fresh(text)


def fresh(text: Any) -> Any:
    """Return the text as the database has it."""
    return type(text)._default_manager.get(pk=text.pk)
