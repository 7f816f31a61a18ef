"""The tables of the package: what is in each column, and the rows of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from challenge.index_input import FACTS
from challenge.publication.results import HEADINGS, Index
from challenge.vocabulary import FactKey
from core.opendata import Column

Row = Mapping[str, object]
# What Frictionless asks of a column beside its type.
Rules = Mapping[str, Mapping[str, Any]]
_ALWAYS = {"required": True}
_UNIQUE = {"required": True, "unique": True}
_COUNT = {"required": True, "minimum": 0}


@dataclass(frozen=True)
class Table:
    """One table of the package.

    Attributes:
        name: of the file, without `.csv`.
        title: what is in it.
        columns: its data dictionary.
        rows: makes its rows of a snapshot.
        rules: what each column keeps to, by its name.
        key: the columns that name a row.
        refers: the columns that name a row of another table, as that table and its column.

    """

    name: str
    title: str | Promise
    columns: tuple[Column, ...]
    rows: Callable[[Index], Iterable[Row]]
    key: tuple[str, ...]
    rules: Rules = field(default_factory=dict)
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _parties(index: Index) -> Iterator[Row]:
    for line in index.parties:
        low, high = line.band or (None, None)
        yield {
            "party": line.slug,
            "name": line.name,
            "score": None if line.score is None else str(line.score),
            "place": line.place,
            "band_low": low,
            "band_high": high,
            "n": line.n,
            "unknown": line.unknown,
        }


def _members(index: Index) -> Iterator[Row]:
    for person in index.persons:
        yield {
            "member": person.key,
            "name": person.name,
            "party": person.party,
            "answer": person.heading,
            "answered_at": person.answered_at and person.answered_at.isoformat(),
            "whole_time": person.whole_time,
            **{fact: person.by_fact.get(fact) for fact in FACTS},
            "corrected": ";".join(person.corrected),
            "statement": person.statement,
        }


def _scenarios(index: Index) -> Iterator[Row]:
    for line in index.parties:
        for scenario, place in line.places.items():
            yield {"party": line.slug, "scenario": scenario, "place": place}


PARTIES = Table(
    "index",
    _("Parties with their scores and places"),
    (
        Column("party", "string", _("Names the party in the other tables.")),
        Column("name", "string", _("What the party is called.")),
        Column("score", "string", _("Mean of its members who count, as an exact fraction.")),
        Column("place", "integer", _("Place; equal scores share one. Empty: no member counts.")),
        Column("band_low", "integer", _("Lowest place over all ways to reckon.")),
        Column("band_high", "integer", _("Highest place over all ways to reckon.")),
        Column("n", "integer", _("How many members count.")),
        Column("unknown", "integer", _("How many members are unknown, and outside the mean.")),
    ),
    _parties,
    key=("party",),
    rules={
        "party": _UNIQUE,
        "name": _UNIQUE,
        "score": {"pattern": r"[0-9]+(/[0-9]+)?"},
        "place": {"minimum": 1},
        "band_low": {"minimum": 1},
        "band_high": {"minimum": 1},
        "n": _COUNT,
        "unknown": _COUNT,
    },
)

MEMBERS = Table(
    "members",
    _("Members with their answers and the five facts"),
    (
        Column("member", "string", _("Names the member for ever (UUID).")),
        Column("name", "string", _("Name of the member.")),
        Column("party", "string", _("Party at the time, as in the table of parties.")),
        Column("answer", "string", _("The answer; none, unknown or outside where there is none.")),
        Column("answered_at", "datetime", _("When the answer that counts was given.")),
        Column("whole_time", "boolean", _("Whether they sat from the invitation to the last day.")),
        *(Column(fact, "boolean", FactKey(fact).label) for fact in FACTS),
        Column("corrected", "string", _("Facts that the team established otherwise.")),
        Column("statement", "string", _("What the member wants to stand beside the record.")),
    ),
    _members,
    key=("member",),
    rules={
        "member": _UNIQUE,
        "name": _ALWAYS,
        "party": _ALWAYS,
        "answer": {"required": True, "enum": list(HEADINGS)},
        "whole_time": _ALWAYS,
    },
    refers={"party": ("index", "party")},
)

SCENARIOS = Table(
    "scenarios",
    _("The place of each party in each way to reckon"),
    (
        Column("party", "string", _("Party, as in the table of parties.")),
        Column("scenario", "string", _("Name of the way to reckon, as in the method.")),
        Column("place", "integer", _("Place of the party there.")),
    ),
    _scenarios,
    key=("party", "scenario"),
    rules={
        "party": _ALWAYS,
        "scenario": _ALWAYS,
        "place": {"required": True, "minimum": 1},
    },
    refers={"party": ("index", "party")},
)

TABLES = {table.name: table for table in (PARTIES, MEMBERS, SCENARIOS)}
