"""What each member did with the question, as the journalist reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from challenge.journalist.forms.filters import OUTCOME_NAMES
from challenge.journalist.shared import SharedWeek, shared_entries, week_shared
from challenge.models import Answer, Correction, Entry, Invitee, Ruling, Statement, Week
from challenge.vocabulary import NO_ANSWER


@dataclass(frozen=True)
class Response:
    """One member's response.

    Attributes:
        invitee: who, for which party.
        answers: all that were given, the newest first.
        week: the logbook week as far as it was shared; None without one.
        statements: all that were made, the newest first.
        corrections: all that were asked, the newest first.
        rulings: what the team established otherwise, the newest first.

    """

    invitee: Invitee
    answers: tuple[Answer, ...] = ()
    week: SharedWeek | None = None
    statements: tuple[Statement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def answer(self) -> Answer | None:
        """Return the answer that counts."""
        return self.answers[0] if self.answers else None

    @property
    def outcome(self) -> str:
        """Return which of the four outcomes this is."""
        return str(self.answer.choice) if self.answer else NO_ANSWER

    @property
    def outcome_name(self) -> str:
        """Return it in words."""
        return str(OUTCOME_NAMES[self.outcome])

    @property
    def statement(self) -> Statement | None:
        """Return the statement that counts; None where it was emptied."""
        newest = self.statements[0] if self.statements else None
        return newest if newest and newest.words else None


def responses(invitees: Iterable[Invitee]) -> list[Response]:
    """Return these members' responses, in the same order, by the same number of queries."""
    people = list(invitees)
    ids = [one.pk for one in people]
    of = {
        model: _by_member(model.objects.filter(invitee__in=ids))
        for model in (Answer, Statement, Correction, Ruling)
    }
    weeks = _weeks(ids)
    return [
        Response(
            invitee=one,
            answers=tuple(of[Answer][one.pk]),
            week=weeks.get(one.pk),
            statements=tuple(of[Statement][one.pk]),
            corrections=tuple(of[Correction][one.pk]),
            rulings=tuple(of[Ruling][one.pk]),
        )
        for one in people
    ]


def _by_member(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.invitee_id].append(row)
    return found


def _weeks(ids: list[int]) -> dict[int, SharedWeek]:
    """Return the weeks of these members by member, with the entries that they shared."""
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in shared_entries().filter(week__invitee__in=ids):
        entries[entry.week_id].append(entry)
    weeks = Week.objects.filter(invitee__in=ids)
    return {one.invitee_id: week_shared(one, tuple(entries[one.pk])) for one in weeks}
