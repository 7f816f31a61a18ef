"""All that changed in a campaign, line by line, the newest first, in words of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from challenge.journalist.change_rows import Row, rows_of
from challenge.journalist.forms.filters import Asked
from challenge.journalist.responses import Response
from challenge.journalist.shared import members
from challenge.models import Campaign, Correction, Invitee
from challenge.vocabulary import Audience, Channel, Choice, FactKey, Result, Stage

WHAT = {
    "receipt": _("Receipt confirmed"),
    "answer": _("Answer given"),
    "statement": _("Statement made or changed"),
    "correction": _("Correction asked"),
    "reply": _("Correction answered"),
    "ruling": _("Fact established by the team"),
    "week": _("Week chosen"),
    "stopped": _("Week stopped"),
    "closed": _("Week closed"),
    "entry": _("Logbook entry shared or changed"),
    "contact": _("Contact"),
    "snapshot": _("Snapshot of the index made"),
    "stage": _("The campaign went to another stage"),
    "invited": _("Invited"),
    "outside": _("Put outside the count"),
    "inside": _("Counts again"),
    "certificate-made": _("Certificate made"),
    "link-made": _("Personal link made"),
    "links-revoked": _("Personal links withdrawn"),
}
# What the codes of a change stand for; a code that is not here is a day or a number.
_CODES: dict[str, dict[str, Any]] = {
    "answer": dict(Choice.choices),
    "reply": dict(Correction.Standing.choices),
    "ruling": {**dict(FactKey.choices), "yes": _("yes"), "no": _("no")},
    "entry": dict(Audience.choices),
    "contact": {**dict(Channel.choices), **dict(Result.choices)},
    "stage": dict(Stage.choices),
}


@dataclass(frozen=True)
class Change:
    """One line.

    Attributes:
        at: when.
        what: what changed.
        detail: to what, in words of the site; never words that somebody typed.
        invitee: about whom, if about somebody.

    """

    at: dt.datetime
    what: str
    detail: str = ""
    invitee: Invitee | None = None


class Changes:
    """Changes of which only those are read that are asked for: a page of them, or all."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        """Take the rows, which are not read yet."""
        self._rows = rows

    def __len__(self) -> int:
        """Return how many there are; the database counts them."""
        return self._rows.count()

    def __getitem__(self, some: slice) -> list[Change]:
        """Return some of them, in order."""
        return _in_words(self._rows[some])

    def __iter__(self) -> Iterator[Change]:
        """Return all of them, in order."""
        return iter(_in_words(self._rows))


def changes(campaign: Campaign, asked: Asked) -> Changes:
    """Return what changed for the members that are asked for; for all of them, also the rest."""
    narrowed = asked.party or asked.outcome or asked.logbook or asked.words
    people = members(campaign, Asked(asked.party, asked.outcome, asked.logbook, asked.words))
    rest = None if narrowed else campaign
    return Changes(rows_of(people, rest, with_contacts=True, since=asked.since))


def changes_of(response: Response) -> list[Change]:
    """Return what changed for one member, the newest first, contacts left out."""
    mine = Invitee.objects.filter(pk=response.invitee.pk)
    return _in_words(rows_of(mine, with_contacts=False))


def _in_words(found: Iterable[tuple[Any, ...]]) -> list[Change]:
    rows = [Row(*one) for one in found]
    people = Invitee.objects.select_related("member", "party")
    # Their addresses stay locked: nothing here needs them.
    named = people.defer("member__email", "member__phone")
    who = named.in_bulk({row.who for row in rows if row.who is not None})
    return [
        Change(row.at, str(WHAT[row.what]), _detail(row), who.get(row.who) if row.who else None)
        for row in rows
    ]


def _detail(row: Row) -> str:
    """Return to what it changed: one or two codes, in words."""
    words = _CODES.get(row.what, {})
    return ": ".join(str(words.get(code, code)) for code in (row.first, row.second) if code)
