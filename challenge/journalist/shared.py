"""What members shared: the one place where words and entries are let through, or not.

A private entry is never read from the database here, not even to be counted.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from challenge.journalist.forms.filters import Asked
from challenge.models import (
    Answer,
    Campaign,
    Contact,
    Correction,
    Entry,
    Invitee,
    Ruling,
    Statement,
    Week,
)
from challenge.vocabulary import NO_ANSWER, Audience

SHARED = (Audience.JOURNALIST, Audience.PUBLIC)


@dataclass(frozen=True)
class SharedWeek:
    """A logbook week, as far as its writer shared it.

    Attributes:
        starts_on: the first day.
        ends_on: the last day.
        chosen_at: when the week was chosen.
        stopped_at: when the member stopped, if so.
        stop_words: why; empty where that was not shared.
        stop_may_be_used: whether everybody may read it.
        closed_at: when the member closed the week, if so.
        entries: those for the journalist or for everybody, in order.

    """

    starts_on: dt.date
    ends_on: dt.date
    chosen_at: dt.datetime
    stopped_at: dt.datetime | None
    stop_words: str
    stop_may_be_used: bool
    closed_at: dt.datetime | None
    entries: tuple[Entry, ...]


def shared_entries() -> QuerySet[Entry]:
    """Return the entries that are for the journalist or for everybody."""
    return Entry.objects.filter(audience__in=SHARED, removed_at=None)


def week_shared(week: Week, entries: tuple[Entry, ...]) -> SharedWeek:
    """Return a week without what was not shared.

    Args:
        week: a member's week.
        entries: of this week, out of `shared_entries`.

    """
    may_read = week.stopped_at is not None and week.stop_audience in SHARED
    return SharedWeek(
        starts_on=week.starts_on,
        ends_on=week.ends_on,
        chosen_at=week.chosen_at,
        stopped_at=week.stopped_at,
        stop_words=week.stop_words if may_read else "",
        stop_may_be_used=may_read and week.stop_audience == Audience.PUBLIC,
        closed_at=week.closed_at,
        entries=entries,
    )


def members(campaign: Campaign, asked: Asked) -> QuerySet[Any]:
    """Return the members of a campaign that are asked for, each with its newest `choice`."""
    newest = Answer.objects.filter(invitee=OuterRef("pk")).order_by("-number")
    found = Invitee.objects.filter(campaign=campaign).select_related("member", "party")
    # Their addresses stay locked: nothing here needs them.
    found = found.defer("member__email", "member__phone")
    found = found.annotate(choice=Subquery(newest.values("choice")[:1]))
    if asked.party:
        found = found.filter(party__slug=asked.party)
    if asked.outcome:
        wanted = None if asked.outcome == NO_ANSWER else asked.outcome
        found = found.filter(choice__isnull=True) if wanted is None else found.filter(choice=wanted)
    if asked.logbook:
        found = found.filter(_has(shared_entries().filter(week__invitee=OuterRef("pk"))))
    if asked.words:
        found = found.filter(_words_to_use())
    if asked.since:
        found = found.filter(_changed(asked.since))
    return found


def _has(rows: QuerySet) -> Q:
    return Q(Exists(rows))


def _words_to_use() -> Q:
    """Return whether a member let anything be read by everybody."""
    public = {"audience": Audience.PUBLIC}
    mine = {"invitee": OuterRef("pk")}
    # One query further in: the member is outside of the answers that are compared.
    same = {"invitee": OuterRef(OuterRef("pk"))}
    newest = Answer.objects.filter(**same).order_by("-number").values("pk")[:1]
    said = Statement.objects.filter(**same).order_by("-made_at", "-pk").values("pk")[:1]
    stops = Week.objects.filter(**mine, stop_audience=Audience.PUBLIC).exclude(stopped_at=None)
    entries = Entry.objects.filter(week__invitee=OuterRef("pk"), removed_at=None, **public)
    return (
        _has(Answer.objects.filter(pk=Subquery(newest), **public).exclude(words=""))
        | _has(Statement.objects.filter(pk=Subquery(said)).exclude(words=""))
        | _has(stops.exclude(stop_words=""))
        | _has(entries.exclude(words=""))
    )


def _changed(since: dt.datetime) -> Q:
    """Return whether anything that the journalist may read changed since a moment."""
    mine = {"invitee": OuterRef("pk")}
    entries = shared_entries().filter(week__invitee=OuterRef("pk"), changed_at__gte=since)
    weeks = Week.objects.filter(**mine).filter(
        Q(chosen_at__gte=since) | Q(stopped_at__gte=since) | Q(closed_at__gte=since)
    )
    corrections = Correction.objects.filter(**mine).filter(
        Q(asked_at__gte=since) | Q(replied_at__gte=since)
    )
    return (
        Q(receipt_confirmed_at__gte=since)
        | _has(entries)
        | _has(weeks)
        | _has(corrections)
        | _has(Answer.objects.filter(**mine, given_at__gte=since))
        | _has(Contact.objects.filter(**mine, happened_at__gte=since))
        | _has(Statement.objects.filter(**mine, made_at__gte=since))
        | _has(Ruling.objects.filter(**mine, made_at__gte=since))
    )
