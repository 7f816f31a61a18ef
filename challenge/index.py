"""The Political Poverty Index: exact fractions, shared places, and how firm a place is.

Pure: no database, no clock, no randomness, nothing of Django. What it does is written for
everybody in the method; `docs/features/index.md` says where each part of that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from challenge.alphabet import alphabetical
from challenge.index_input import (
    EQUAL_WEIGHTS,
    FACTS,
    Facts,
    Party,
    checked_parties,
    checked_weights,
)

# So few members decide a place on their own.
FEW = 2

Band = tuple[int, int]


@dataclass(frozen=True)
class Scenario:
    """Another way to reckon, to see whether places hold.

    Attributes:
        name: its name, as it is published.
        factors: by what the weight of each fact is multiplied.
        unknown_as: how members who are unknown score; None leaves them out.
        counts_no_reply: whether members with no fact at all count.
        average_members: how many average members each party is given.

    """

    name: str
    factors: tuple[int, ...] = (1,) * len(FACTS)
    unknown_as: int | None = None
    counts_no_reply: bool = True
    average_members: int = 0


@dataclass(frozen=True)
class PartyResult:
    """What came out for a party. Without a known member it has no score, place or band.

    Attributes:
        name: its name.
        score: the mean of its known members.
        place: its place; equal scores share one.
        band: its lowest and highest place over all scenarios.
        n: how many members the score is the mean of.
        unknown: how many eligible members are unknown.
        places: its place in each scenario in which it has one.

    """

    name: str
    score: Fraction | None
    place: int | None
    band: Band | None
    n: int
    unknown: int
    places: Mapping[str, int]

    @property
    def rests_on_few(self) -> bool:
        """Return whether one or two people decide this place."""
        return 0 < self.n <= FEW


def _times(changed: str, factor: int) -> tuple[int, ...]:
    return tuple(factor if fact == changed else 1 for fact in FACTS)


SCENARIOS = (
    Scenario("base"),
    *(
        Scenario(f"{word}_{fact}", _times(fact, factor))
        for fact in FACTS
        for word, factor in (("drop", 0), ("double", 2))
    ),
    Scenario("unknown_best", unknown_as=1),
    Scenario("unknown_worst", unknown_as=0),
    Scenario("no_reply_excluded", counts_no_reply=False),
    Scenario("shrink_2", average_members=2),
)
BASE = SCENARIOS[0]


def compute(
    parties: Sequence[Party], weights: Mapping[str, Fraction] = EQUAL_WEIGHTS
) -> tuple[PartyResult, ...]:
    """Return what comes out for each party, in order of place and then of the alphabet.

    Args:
        parties: all parties of a council, in any order.
        weights: how heavily each fact weighs.

    Raises:
        InputError: the weights, a member or a party cannot be reckoned with.

    """
    weighed = checked_weights(weights)
    tallies = {party.name: _Tally.of(party) for party in checked_parties(parties)}
    scores = {one.name: _scores(tallies, weighed, one) for one in scenarios_for(weighed)}
    places = {name: places_of(found) for name, found in scores.items()}
    results = [
        _result(name, tally, scores[BASE.name].get(name), places) for name, tally in tallies.items()
    ]
    last = len(results) + 1
    return tuple(sorted(results, key=lambda one: (one.place or last, alphabetical(one.name))))


def score_of(facts: Facts, weights: Mapping[str, Fraction] = EQUAL_WEIGHTS) -> Fraction:
    """Return the score of one member, from 0 to 1."""
    weighed = checked_weights(weights)
    total = sum((weight for weight, is_so in zip(weighed, facts, strict=True) if is_so), Fraction())
    return total / sum(weighed)


def places_of(scores: Mapping[str, Fraction]) -> dict[str, int]:
    """Return the place of each: equal scores share one, and the next ones are skipped."""
    places: dict[str, int] = {}
    best_first = sorted(scores, key=scores.__getitem__, reverse=True)
    for _score, names in groupby(best_first, key=scores.__getitem__):
        place = len(places) + 1
        places |= dict.fromkeys(names, place)
    return places


def overlap(one: Band, other: Band) -> bool:
    """Return whether two bands overlap: then the parties are comparable."""
    return one[0] <= other[1] and other[0] <= one[1]


def scenarios_for(weighed: Sequence[Fraction]) -> Iterator[Scenario]:
    """Yield the scenarios that can be reckoned: where one fact weighs all, none drops it."""
    for one in SCENARIOS:
        if any(weight * factor for weight, factor in zip(weighed, one.factors, strict=True)):
            yield one


@dataclass(frozen=True)
class _Tally:
    """A party in numbers: a mean needs no more, whatever the number of members."""

    sums: tuple[int, ...]
    known: int
    unknown: int
    no_reply: int

    @classmethod
    def of(cls, party: Party) -> _Tally:
        known = [facts for facts in party.members if facts is not None]
        sums = tuple(sum(column) for column in zip(*known, strict=True)) or (0,) * len(FACTS)
        no_reply = sum(not any(facts) for facts in known)
        return cls(sums, len(known), len(party.members) - len(known), no_reply)

    def total(self, weighed: Sequence[Fraction], scenario: Scenario) -> tuple[Fraction, int]:
        """Return what its members score together, and how many of them count."""
        factored = [one * by for one, by in zip(weighed, scenario.factors, strict=True)]
        points = sum((one * by for one, by in zip(factored, self.sums, strict=True)), Fraction())
        total, count = points / sum(factored), self.known
        if not scenario.counts_no_reply:
            count -= self.no_reply
        if scenario.unknown_as is not None:
            total, count = total + scenario.unknown_as * self.unknown, count + self.unknown
        return total, count


def _scores(
    tallies: Mapping[str, _Tally], weighed: Sequence[Fraction], scenario: Scenario
) -> dict[str, Fraction]:
    """Return the score in a scenario of each party of which a known member counts there.

    A party that nobody is known of has no place, in no scenario: it is no measure for others.
    """
    totals = {
        name: tally.total(weighed, scenario) for name, tally in tallies.items() if tally.known
    }
    counting = {name: found for name, found in totals.items() if found[1]}
    everybody = sum(count for _total, count in counting.values())
    mean = sum((total for total, _count in counting.values()), Fraction()) / (everybody or 1)
    extra = scenario.average_members
    return {
        name: (total + extra * mean) / (count + extra) for name, (total, count) in counting.items()
    }


def _result(
    name: str, tally: _Tally, score: Fraction | None, places: Mapping[str, Mapping[str, int]]
) -> PartyResult:
    if score is None:
        return PartyResult(name, None, None, None, 0, tally.unknown, {})
    own = {scenario: found[name] for scenario, found in places.items() if name in found}
    band = min(own.values()), max(own.values())
    return PartyResult(name, score, own[BASE.name], band, tally.known, tally.unknown, own)
