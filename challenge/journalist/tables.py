"""The rows of the files that the journalist takes along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from challenge.journalist.addresses import without_emails
from challenge.journalist.changes import changes
from challenge.journalist.contacts import contacts
from challenge.journalist.forms.filters import Asked
from challenge.journalist.responses import Response, responses
from challenge.journalist.shared import members
from challenge.models import Campaign, Invitee
from challenge.vocabulary import Audience

CENTS = Decimal(100)
Cell = str | int | bool | Decimal | dt.date | dt.datetime | None
Rows = Iterable[tuple[Cell, ...]]


@dataclass(frozen=True)
class Table:
    """One file.

    Attributes:
        slug: its name in addresses and as a file.
        title: its name.
        columns: the headings.
        rows: the rows of a campaign, as they are asked for.

    """

    slug: str
    title: str | Promise
    columns: tuple[str | Promise, ...]
    rows: Callable[[Campaign, Asked], Rows]


def words(text: str) -> str:
    """Return somebody's words without e-mail addresses: a file goes further than a page."""
    return without_emails(text, _("[e-mail address left out]"))


def _who(invitee: Invitee | None) -> tuple[str, str]:
    return (invitee.member.name, invitee.party.name) if invitee else ("", "")


def _responses(campaign: Campaign, asked: Asked) -> list[Response]:
    return responses(members(campaign, asked))


def _answers(campaign: Campaign, asked: Asked) -> Iterator[tuple[Cell, ...]]:
    """Yield each member with every answer that was given; who gave none has one row."""
    for one in _responses(campaign, asked):
        who = (*_who(one.invitee), one.invitee.get_outside_display())
        said = words(one.statement.words) if one.statement else ""
        if not one.answers:
            yield (*who, one.outcome_name, None, True, "", "", said)
        for answer in one.answers:
            yield (
                *who,
                answer.get_choice_display(),
                answer.given_at,
                answer is one.answer,
                words(answer.words),
                answer.get_audience_display() if answer.words else "",
                said,
            )


def _entries(campaign: Campaign, asked: Asked) -> Iterator[tuple[Cell, ...]]:
    """Yield the entries that were shared, and why weeks were stopped."""
    for one in _responses(campaign, asked):
        week = one.week
        for entry in week.entries if week else ():
            if asked.since and entry.changed_at < asked.since:
                continue
            yield (
                *_who(one.invitee),
                entry.day,
                entry.get_spending_display(),
                Decimal(entry.cents) / CENTS,
                words(entry.words),
                bool(entry.photo),
                entry.get_audience_display(),
            )
        if week and week.stopped_at and week.stop_words:
            use = Audience.PUBLIC if week.stop_may_be_used else Audience.JOURNALIST
            day, why = week.stopped_at.date(), words(week.stop_words)
            yield (*_who(one.invitee), day, _("why I stop"), None, why, False, str(use.label))


def _contacts(campaign: Campaign, asked: Asked) -> Iterator[tuple[Cell, ...]]:
    for shown in contacts(campaign, asked):
        one = shown.contact
        held_back = _("[note held back: it holds an address or a number]")
        yield (
            *_who(one.invitee),
            one.happened_at,
            one.get_channel_display(),
            one.get_result_display(),
            one.get_letter_display(),
            held_back if shown.is_held_back else words(shown.note),
        )


def _changes(campaign: Campaign, asked: Asked) -> Iterator[tuple[Cell, ...]]:
    for one in changes(campaign, asked):
        yield (*_who(one.invitee), one.at, one.what, one.detail)


WHO = (gettext_lazy("council member"), gettext_lazy("party"))
WHEN = gettext_lazy("when")
WORDS = gettext_lazy("in your own words")
AUDIENCE = gettext_lazy("who may read it")
TABLES = (
    Table(
        "antwoorden",
        gettext_lazy("Answers"),
        (
            *WHO,
            gettext_lazy("outside the count"),
            gettext_lazy("answer"),
            gettext_lazy("given on"),
            gettext_lazy("counts"),
            WORDS,
            AUDIENCE,
            gettext_lazy("statement"),
        ),
        _answers,
    ),
    Table(
        "logboeken",
        gettext_lazy("Logbooks"),
        (
            *WHO,
            gettext_lazy("day"),
            gettext_lazy("kind"),
            gettext_lazy("amount in euros"),
            WORDS,
            gettext_lazy("photo"),
            AUDIENCE,
        ),
        _entries,
    ),
    Table(
        "contacten",
        gettext_lazy("Contacts"),
        (
            *WHO,
            WHEN,
            gettext_lazy("how"),
            gettext_lazy("what came of it"),
            gettext_lazy("letter"),
            gettext_lazy("note"),
        ),
        _contacts,
    ),
    Table(
        "wijzigingen",
        gettext_lazy("Changes"),
        (*WHO, WHEN, gettext_lazy("what changed"), gettext_lazy("to what")),
        _changes,
    ),
)
BY_SLUG: dict[str, Table] = {table.slug: table for table in TABLES}
