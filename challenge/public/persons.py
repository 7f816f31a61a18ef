"""Who is shown under which answer, with what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise

from challenge.public.selectors import Public
from challenge.publication.results import HEADINGS, Index, Person
from challenge.templatetags.persons import HEADINGS as NAMES


@dataclass(frozen=True)
class Sheet:
    """A person with everything that is public of them.

    Attributes:
        person: as the snapshot has them, their statement included.
        party: the name of their party.
        words: what they said in public with their answer.

    """

    person: Person
    party: str
    words: str


@dataclass(frozen=True)
class Group:
    """Persons under one heading, as far as they are on this page."""

    code: str
    name: str | Promise
    number: int
    sheets: list[Sheet]


def sheets_of(shown: Public, persons: Iterable[Person] | None = None) -> list[Sheet]:
    """Return these persons, or all, by answer in the fixed order and then by the alphabet."""
    if shown.index is None:
        return []
    words = {voice.person.key: voice.words for voices in shown.voices.values() for voice in voices}
    listed = shown.index.persons if persons is None else persons
    in_order = sorted(listed, key=lambda person: HEADINGS.index(person.heading))
    names = party_names(shown.index)
    return [Sheet(one, names[one.party], words.get(one.key, "")) for one in in_order]


def party_names(index: Index) -> dict[str, str]:
    """Return the names of the parties by their slugs."""
    return {party.slug: party.name for party in index.parties}


def groups_on(sheets: Iterable[Sheet], counts: dict[str, int]) -> list[Group]:
    """Return the persons of one page under their headings, each with how many there are in all."""
    return [
        Group(code, NAMES[code], counts[code], list(found))
        for code, found in groupby(sheets, key=lambda sheet: sheet.person.heading)
    ]
