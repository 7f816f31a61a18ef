"""By what a list of stories can be chosen, and how the choices are named and ordered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from magazine.models import StoryPage
from magazine.models.shelves import Shelf

Facet = Shelf.Facet
Kind = StoryPage.Kind


@dataclass(frozen=True)
class Filter:
    """One way to choose: its parameter, its facet, its name, and how its shelves are found."""

    parameter: str
    facet: Facet
    name: Promise | str
    found_by: str = "value"


FILTERS = (
    Filter("soort", Facet.KIND, _("Kind")),
    Filter("lijn", Facet.LINE, _("Programme line")),
    Filter("wijk", Facet.AREA, _("District"), "area__key"),
    Filter("label", Facet.TAG, _("Tag"), "tag__slug"),
    Filter("editie", Facet.EDITION, _("Edition"), "edition__number"),
    Filter("reeks", Facet.SERIES, _("Series")),
    Filter("maker", Facet.MAKER, _("Maker"), "maker__slug"),
    Filter("jaar", Facet.YEAR, _("Year")),
)


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen.

    Attributes:
        name: what readers call it.
        query: the query of the address where it is chosen; where it is taken back, if it was.
        number: how many stories there are then; unknown where counting would take long.
        is_chosen: whether it is chosen now.

    """

    name: str
    query: str
    number: int | None
    is_chosen: bool


@dataclass(frozen=True)
class Choices:
    """What can be chosen by one filter, and whether something is."""

    parameter: str
    name: Promise | str
    choices: list[Choice]
    is_used: bool


def name_of(shelf: Any) -> str:
    """Return what readers call a shelf."""
    if shelf.facet == Facet.KIND:
        return str(Kind(shelf.value).label)
    return str(shelf.name or shelf.address)


def in_order(facet: str, shelves: list[Any]) -> list[Any]:
    """Return the shelves of one facet as readers look for them."""
    found = [shelf for shelf in shelves if shelf.facet == facet]
    if facet == Facet.KIND:
        return sorted(found, key=lambda shelf: Kind.values.index(shelf.value))
    if facet in {Facet.EDITION, Facet.YEAR}:
        return sorted(found, key=lambda shelf: int(shelf.address), reverse=True)
    return sorted(found, key=lambda shelf: name_of(shelf).casefold())
