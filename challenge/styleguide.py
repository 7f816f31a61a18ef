"""What the style guide fills the challenge's components with: invented content, in Dutch."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from django.conf import settings

from challenge.public.results import drawing_of, row_of
from challenge.public.showing import Way
from challenge.public.sorting import Order
from challenge.publication.results import PartyLine, Person
from challenge.vocabulary import NO_ANSWER, Choice

HERE = "#inhoud"
WORDS = "Ik probeer het een week, en schrijf op wat het met me doet."


def _party(slug: str, score: Fraction, place: int, band: tuple[int, int], n: int) -> PartyLine:
    name = f"Voorbeeldpartij {slug.capitalize()}"
    return PartyLine(
        slug, name, slug.capitalize(), score, place, band, n, 1, {"base": place}, (), ("linde",)
    )


def _person(statement: str, heading: str, facts: tuple[bool, ...] | None) -> Person:
    return Person(
        key=heading,
        name="Fenna Voorbeeld",
        sort_name="Voorbeeld, Fenna",
        party="linde",
        heading=heading,
        facts=facts,
        answered_at=dt.datetime(2025, 9, 3, tzinfo=dt.UTC) if facts else None,
        whole_time=True,
        corrected=(),
        statement=statement,
    )


def samples() -> dict[str, Any]:
    """Return the components' example content."""
    parties = (
        _party("linde", Fraction(3, 5), 1, (1, 2), 9),
        _party("wilg", Fraction(9, 20), 2, (1, 3), 4),
        _party("berk", Fraction(1, 5), 3, (2, 3), 1),
    )
    ranked: Any = SimpleNamespace(parties=parties)
    accepts = _person(WORDS, Choice.ACCEPT.value, (True, True, True, True, False))
    voice = SimpleNamespace(person=accepts, words=WORDS)
    outcomes = [
        SimpleNamespace(code=code, name=name, block=None, count=count, voices=voices)
        for code, name, count, voices in (
            (Choice.NO, Choice.NO.label, 12, []),
            (Choice.ACCEPT, Choice.ACCEPT.label, 19, [voice]),
            (NO_ANSWER, "Geen antwoord", 5, []),
            (Choice.NONSENSE, Choice.NONSENSE.label, 4, []),
        )
    ]
    return {
        "ways": [
            Way(HERE, "De vraag", is_current=False),
            Way(HERE, "De index", is_current=True),
            Way(HERE, "De logboeken", is_current=False),
        ],
        "outcomes": outcomes,
        "voice": voice,
        "persons": [accepts, _person("", "unknown", None), _person("", "outside", None)],
        "own_language": settings.LANGUAGE_CODE,
        "plot": drawing_of(parties),
        "rows": [row_of(party, ranked) for party in parties],
        "columns": Order().columns(),
        "page": SimpleNamespace(get_url=lambda: HERE),
    }
