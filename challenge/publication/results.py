"""What a snapshot says, as objects: the campaign, the parties with their places, the persons."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from challenge.index import FEW, Band, places_of, score_of
from challenge.index_input import FACTS, Facts
from challenge.vocabulary import NO_ANSWER, OUTCOMES

# Beside the four answers: who cannot be told from somebody who was never reached, and who
# does not count. Neither is 'no answer'.
UNKNOWN, OUTSIDE = "unknown", "outside"
HEADINGS = (*OUTCOMES, UNKNOWN, OUTSIDE)


@dataclass(frozen=True)
class Person:
    """A council member as a snapshot holds them.

    Attributes:
        key: a UUID, the same in every campaign and file.
        name: as readers see it.
        sort_name: what lists are sorted by.
        party: the slug of the party.
        heading: under what they are listed: one of `HEADINGS`.
        facts: the five facts; None for who is unknown or outside.
        answered_at: when the answer that counts was given.
        whole_time: in office from the invitation to the deadline. Who was, and still is
            outside, was absent; why is nobody's business.
        corrected: the facts that the team established otherwise than the site did.
        statement: what they want to stand beside their record, wherever it is shown.

    """

    key: str
    name: str
    sort_name: str
    party: str
    heading: str
    facts: Facts | None
    answered_at: dt.datetime | None
    whole_time: bool
    corrected: tuple[str, ...]
    statement: str

    @property
    def by_fact(self) -> dict[str, bool]:
        """Return the facts by their keys; empty without facts."""
        return dict(zip(FACTS, self.facts, strict=True)) if self.facts is not None else {}


@dataclass(frozen=True)
class PartyLine:
    """A party as it came out. Without a known member it has no score, place or band.

    Attributes:
        slug: its short name for addresses.
        name: its name.
        short_name: shorter, for plots; never empty.
        score: an exact fraction from 0 to 1.
        place: its place, which equal scores share. Never shown without its band.
        band: its lowest and highest place over all scenarios.
        n: how many members the score is the mean of.
        unknown: how many eligible members are unknown.
        places: its place in each scenario.
        persons: its members, in alphabetical order.
        comparable: the slugs of the parties whose band overlaps this one.

    """

    slug: str
    name: str
    short_name: str
    score: Fraction | None
    place: int | None
    band: Band | None
    n: int
    unknown: int
    places: Mapping[str, int]
    persons: tuple[Person, ...]
    comparable: tuple[str, ...]

    @property
    def rests_on_few(self) -> bool:
        """Return whether one or two people decide this place."""
        return 0 < self.n <= FEW

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many of its members stand under each of `HEADINGS`."""
        return _counts(self.persons)


@dataclass(frozen=True)
class LeagueLine:
    """A person in the table that only the redactieraad can switch on."""

    place: int
    score: Fraction
    person: Person


@dataclass(frozen=True)
class Index:
    """A whole snapshot.

    Attributes:
        number: which snapshot of its campaign, from 1.
        made_at: when it was made.
        previous: the digest of the one before; empty for the first.
        reason: why it took the place of the one before.
        code: which version of the code reckoned it.
        campaign: name, slug, council, amount in cents and dates, as they were.
        method: version, words, weights and digest.
        weights: how heavily each fact weighs.
        scenarios: the names of those that could be reckoned.
        parties: in order of place, and then of the alphabet.
        persons: all members, in alphabetical order.

    """

    number: int
    made_at: dt.datetime
    previous: str
    reason: str
    code: str
    campaign: Mapping[str, Any]
    method: Mapping[str, Any]
    weights: Mapping[str, Fraction]
    scenarios: tuple[str, ...]
    parties: tuple[PartyLine, ...]
    persons: tuple[Person, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many members stand under each of `HEADINGS`."""
        return _counts(self.persons)

    @property
    def answered(self) -> int:
        """Return how many gave an answer."""
        return sum(self.counts[one] for one in OUTCOMES if one != NO_ANSWER)

    def persons_under(self, heading: str) -> list[Person]:
        """Return who stand under one of `HEADINGS`, in alphabetical order."""
        return [person for person in self.persons if person.heading == heading]

    def party(self, slug: str) -> PartyLine | None:
        """Return the party with this slug."""
        return next((one for one in self.parties if one.slug == slug), None)

    def league(self) -> list[LeagueLine]:
        """Return the known persons by their score; only for a release that `shows_league`."""
        known = {one.key: one for one in self.persons if one.facts is not None}
        scores = {key: score_of(one.facts or (), self.weights) for key, one in known.items()}
        places = places_of(scores)
        # The persons are in alphabetical order already, and sorting keeps it within a place.
        in_order = sorted(known, key=places.__getitem__)
        return [LeagueLine(places[key], scores[key], known[key]) for key in in_order]


def _counts(persons: tuple[Person, ...]) -> dict[str, int]:
    found = Counter(person.heading for person in persons)
    return {heading: found[heading] for heading in HEADINGS}
