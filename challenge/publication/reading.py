"""Reads a snapshot back into typed objects, for whoever shows it: pages, slides, files.

    index = read(release.snapshot.content)
    index.counts            how many gave each answer, and are unknown or outside
    index.parties           in order of place, each with its band and n
    index.persons_under("accept")

Whether it may be shown is not asked here: `challenge.embargo` knows.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from challenge.index import Band, overlap
from challenge.index_input import Facts
from challenge.publication.results import Index, PartyLine, Person


def read(content: str) -> Index:
    """Return what a snapshot's canonical JSON says.

    Args:
        content: of a snapshot that was made here; its digest is not looked at.

    """
    said = json.loads(content)
    inputs, results = said["inputs"], said["results"]
    persons = tuple(person_from(one) for one in inputs["members"])
    names = {one["slug"]: one["short_name"] or one["name"] for one in inputs["parties"]}
    bands = {one["slug"]: one["band"] for one in results["parties"] if one["band"]}
    return Index(
        number=said["number"],
        made_at=dt.datetime.fromisoformat(said["made_at"]),
        previous=said["previous"],
        reason=said["reason"],
        code=said["code"],
        campaign=said["campaign"],
        method=said["method"],
        weights={fact: Fraction(text) for fact, text in said["method"]["weights"].items()},
        scenarios=tuple(said["scenarios"]),
        parties=tuple(_party(one, names, bands, persons) for one in results["parties"]),
        persons=persons,
    )


def person_from(said: Mapping[str, Any]) -> Person:
    """Return a member as a snapshot holds them, or would hold them."""
    given = said["answered_at"]
    return Person(
        key=said["id"],
        name=said["name"],
        sort_name=said["sort_name"],
        party=said["party"],
        heading=said["heading"],
        facts=facts_from(said["facts"]),
        answered_at=dt.datetime.fromisoformat(given) if given else None,
        whole_time=said["whole_time"],
        corrected=tuple(said["corrected"]),
        statement=said["statement"],
    )


def _party(
    said: Mapping[str, Any],
    names: Mapping[str, str],
    bands: Mapping[str, list[int]],
    persons: tuple[Person, ...],
) -> PartyLine:
    slug = said["slug"]
    band = _band(bands.get(slug))
    return PartyLine(
        slug=slug,
        name=said["name"],
        short_name=names[slug],
        score=Fraction(said["score"]) if said["score"] is not None else None,
        place=said["place"],
        band=band,
        n=said["n"],
        unknown=said["unknown"],
        places=said["places"],
        persons=tuple(one for one in persons if one.party == slug),
        comparable=tuple(
            other
            for other, its in bands.items()
            if band and other != slug and overlap(band, (its[0], its[1]))
        ),
    )


def _band(said: list[int] | None) -> Band | None:
    return (said[0], said[1]) if said else None


def facts_from(said: str | None) -> Facts | None:
    """Return facts such as 11100 as they are reckoned with; None for no facts.

    Raises:
        ValueError: there is another sign in them.

    """
    if said is None:
        return None
    if set(said) - {"0", "1"}:
        message = f"facts are digits 0 and 1: {said}"
        raise ValueError(message)
    return tuple(one == "1" for one in said)
