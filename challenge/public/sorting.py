"""In which order the parties stand, and the links that change it. Works without a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from challenge.alphabet import alphabetical
from challenge.publication.results import PartyLine

PARAMETER = "volgorde"
DOWN = "-"
BY_PLACE = "plaats"

_KEYS: dict[str, Callable[[PartyLine], Any]] = {
    BY_PLACE: lambda party: party.place,
    "partij": lambda party: alphabetical(party.name),
    "leden": lambda party: party.n,
}
_NAMES: dict[str, str | Promise] = {
    BY_PLACE: _("Place"),
    "partij": _("Party"),
    "leden": _("Members counted"),
}


@dataclass(frozen=True)
class Column:
    """The heading of a column that can be sorted by.

    Attributes:
        name: what it says.
        query: leads to this order; to the other way round where it is this one already.
        aria_sort: what a screen reader says of it; empty where the table is in another order.

    """

    name: str | Promise
    query: str
    aria_sort: str


@dataclass(frozen=True)
class Order:
    """By what, and which way."""

    key: str = BY_PLACE
    is_down: bool = False

    @classmethod
    def read(cls, asked: str) -> Order | None:
        """Return the order that an address asks for; None for one that there is not."""
        key = asked.removeprefix(DOWN)
        return cls(key, asked.startswith(DOWN)) if key in _KEYS else None

    def query(self) -> str:
        """Return what stands in the address; nothing for the usual order."""
        return f"?{PARAMETER}={DOWN if self.is_down else ''}{self.key}" if self != Order() else "?"

    def sorted(self, parties: Sequence[PartyLine]) -> list[PartyLine]:
        """Return the parties in this order; equals stay in order of place and alphabet."""
        return sorted(parties, key=_KEYS[self.key], reverse=self.is_down)

    def columns(self) -> dict[str, Column]:
        """Return the headings by their keys."""
        return {key: self._column(key) for key in _KEYS}

    def _column(self, key: str) -> Column:
        if key != self.key:
            return Column(_NAMES[key], Order(key).query(), "")
        other = Order(key, not self.is_down)
        return Column(_NAMES[key], other.query(), "descending" if self.is_down else "ascending")
