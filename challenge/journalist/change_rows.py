"""All that changed, as rows that the database puts in order: codes and moments, no locked words.

Made from the records themselves, which are never changed, and not from the log of happenings:
that one also has a line for each private entry. Only what no record tells is taken from it, by a
list of what may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Case, CharField, F, QuerySet, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from challenge.journalist.shared import shared_entries
from challenge.models import (
    Answer,
    Campaign,
    Contact,
    Correction,
    Happening,
    Ruling,
    Snapshot,
    Statement,
    Week,
)

# What happened that no record tells; nothing else of the log is shown.
FROM_LOG = (
    "stage", "invited", "outside", "inside", "certificate-made", "link-made", "links-revoked",
)  # fmt: skip
NOTHING = Value("")
NOBODY = Cast(Value(None), BigIntegerField())


class Row(NamedTuple):
    """One change.

    Attributes:
        at: when.
        what: what changed, as a code.
        first: to what, as a code; empty for nothing.
        second: a second code of it.
        who: the number of the invitee, if it is about one.
        number: the number of the record, so that two of one moment keep their order.

    """

    at: dt.datetime
    what: str
    first: str
    second: str
    who: int | None
    number: int


def rows_of(
    people: QuerySet[Any],
    campaign: Campaign | None = None,
    *,
    with_contacts: bool,
    since: dt.datetime | None = None,
) -> QuerySet[Any]:
    """Return the changes of these invitees as `Row`s, the newest first; nothing is read yet.

    Args:
        people: the invitees.
        campaign: whose own changes stand between them; None for those of people only.
        with_contacts: whether attempts to reach them are changes.
        since: the earliest moment.

    """
    found = list(_of_people(people))
    if with_contacts:
        theirs = Contact.objects.filter(invitee__in=people.values("pk"))
        found.append(_rows(theirs, "happened_at", "contact", F("channel"), F("result")))
    if campaign is not None:
        found += _of_campaign(campaign)
    if since is not None:
        found = [rows.filter(row_at__gte=since) for rows in found]
    first, *others = found
    return first.union(*others, all=True).order_by("-row_at", "row_what", "-row_number")


def _of_people(people: QuerySet[Any]) -> Iterator[QuerySet[Any]]:
    ids = people.values("pk")
    yield _rows(people, "receipt_confirmed_at", "receipt", who="pk")
    mine = {"invitee__in": ids}
    yield _rows(Answer.objects.filter(**mine), "given_at", "answer", F("choice"))
    yield _rows(Statement.objects.filter(**mine), "made_at", "statement")
    corrections = Correction.objects.filter(**mine)
    yield _rows(corrections, "asked_at", "correction")
    yield _rows(corrections, "replied_at", "reply", F("standing"))
    value = Case(When(value=True, then=Value("yes")), default=Value("no"))
    yield _rows(Ruling.objects.filter(**mine), "made_at", "ruling", F("fact"), value)
    weeks = Week.objects.filter(**mine)
    yield _rows(weeks, "chosen_at", "week", Cast("starts_on", CharField()))
    yield _rows(weeks, "stopped_at", "stopped")
    yield _rows(weeks, "closed_at", "closed")
    entries = shared_entries().filter(week__invitee__in=ids)
    day = Cast("day", CharField())
    yield _rows(entries, "changed_at", "entry", day, F("audience"), who="week__invitee_id")
    logged = Happening.objects.filter(**mine, kind__in=FROM_LOG)
    yield _rows(logged, "happened_at", F("kind"))


def _of_campaign(campaign: Campaign) -> Iterator[QuerySet[Any]]:
    """Yield what is about no member: stages and snapshots."""
    logged = Happening.objects.filter(campaign=campaign, invitee=None, kind__in=FROM_LOG)
    after = Coalesce(KeyTextTransform("after", "details"), NOTHING, output_field=TextField())
    yield _rows(logged, "happened_at", F("kind"), after, who=NOBODY)
    number = Cast("number", CharField())
    made = Snapshot.objects.filter(campaign=campaign)
    yield _rows(made, "made_at", "snapshot", number, who=NOBODY)


def _rows(
    found: QuerySet[Any],
    at: str,
    what: Any,
    first: Any = NOTHING,
    second: Any = NOTHING,
    who: Any = "invitee_id",
) -> QuerySet[Any]:
    """Return records as rows; those without this moment are none."""
    columns = {
        "row_at": F(at),
        "row_what": Value(what) if isinstance(what, str) else what,
        "row_first": first,
        "row_second": second,
        "row_who": F(who) if isinstance(who, str) else who,
        "row_number": F("pk"),
    }
    # An order of its own is not allowed in a part of a union.
    return found.exclude(**{at: None}).order_by().annotate(**columns).values_list(*columns)
