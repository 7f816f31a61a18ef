"""What the index is reckoned from, looked at before it is reckoned with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

# In the order in which a member's facts are written, such as 11100.
FACTS = ("answered", "accepted", "logbook", "week", "within")
EQUAL_WEIGHTS: Mapping[str, Fraction] = dict.fromkeys(FACTS, Fraction(1))

Facts = tuple[bool, ...]


class InputError(ValueError):
    """Something cannot be reckoned with; it says where."""

    def __init__(self, where: str, fault: str) -> None:
        """Name the place, such as `parties.A[1]`, and what is wrong there."""
        self.where, self.fault = where, fault
        super().__init__(f"{where}: {fault}")


@dataclass(frozen=True)
class Party:
    """A party as it is reckoned with.

    Attributes:
        name: its name, which no other party has.
        members: the facts of each eligible member; None for one who is unknown.

    """

    name: str
    members: tuple[Facts | None, ...]


def checked_weights(weights: Mapping[str, Fraction]) -> tuple[Fraction, ...]:
    """Return the weights in the order of the facts.

    Raises:
        InputError: one is missing, unknown or negative, or all are zero.

    """
    for name, weight in weights.items():
        where = f"weights.{name}"
        if name not in FACTS:
            raise InputError(where, f"there is no such fact; they are {', '.join(FACTS)}")
        if weight < 0:
            raise InputError(where, "a weight is not negative")
    for fact in FACTS:
        where = f"weights.{fact}"
        if fact not in weights:
            raise InputError(where, "this weight is missing")
    where = "weights"
    if not any(weights.values()):
        raise InputError(where, "at least one weight is more than zero")
    return tuple(Fraction(weights[fact]) for fact in FACTS)


def checked_parties(parties: Iterable[Party]) -> Iterator[Party]:
    """Yield each party after a look at it.

    Raises:
        InputError: two have one name, one has nobody, or a member has other facts than these.

    """
    seen: set[str] = set()
    for party in parties:
        where = f"parties.{party.name}"
        if party.name in seen:
            raise InputError(where, "two parties have this name")
        seen.add(party.name)
        if not party.members:
            raise InputError(where, "a party has at least one member")
        for number, facts in enumerate(party.members):
            where = f"parties.{party.name}[{number}]"
            if facts is not None and len(facts) != len(FACTS):
                raise InputError(where, f"a member has {len(FACTS)} facts")
        yield party
