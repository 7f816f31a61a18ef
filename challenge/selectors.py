"""Fetches what the facts follow from: as many queries for one member as for a thousand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from challenge.facts import Established, establish
from challenge.models import (
    Answer,
    Campaign,
    Contact,
    Entry,
    Invitee,
    Membership,
    Ruling,
    Statement,
    Week,
)
from challenge.records import Attempt, Entered, Given, Kept, Record, Terms
from challenge.vocabulary import AddressStanding, Audience, Result


@dataclass(frozen=True)
class Asked:
    """A member of a campaign with what is established of them.

    Attributes:
        invitee: who, with their `member` and `party`.
        record: what the facts follow from.
        established: what they are.
        statement: the newest statement, or nothing.

    """

    invitee: Invitee
    record: Record
    established: Established
    statement: str


def terms_of(campaign: Campaign) -> Terms:
    """Return what a campaign asks."""
    return Terms(
        first_day=campaign.invitation_on,
        last_day=timezone.localtime(campaign.answers_until).date(),
        answers_until=campaign.answers_until,
        cents=campaign.amount_cents,
        covers=frozenset(campaign.covers),
    )


def asked_in(
    campaign: Campaign, now: dt.datetime, invitees: Iterable[Invitee] | None = None
) -> list[Asked]:
    """Return the members of a campaign with what is established of them at a moment.

    Args:
        campaign: the campaign.
        now: the moment.
        invitees: only these, with their `member` and `party`; all by default.

    """
    if invitees is None:
        everybody = campaign.invitees.select_related("member", "party")
        # Their addresses and numbers are locked, and no part of a record.
        invitees = everybody.defer("member__email", "member__phone")
    chosen = list(invitees)
    terms, today = terms_of(campaign), timezone.localtime(now).date()
    statements = _statements(chosen)
    return [
        Asked(one, record, establish(record, terms, now, today), statements[number])
        for one, (number, record) in zip(chosen, records_of(chosen).items(), strict=True)
    ]


def records_of(invitees: list[Invitee]) -> dict[int, Record]:
    """Return what the facts of these members follow from, by the number of each."""
    answers, entries, attempts = _answers(invitees), _entries(invitees), _attempts(invitees)
    weeks, rulings, seats = _weeks(invitees), _rulings(invitees), _seats(invitees)
    return {
        one.pk: Record(
            answers=tuple(answers[one.pk]),
            week=weeks.get(one.pk),
            entries=tuple(entries[one.pk]),
            attempts=tuple(attempts[one.pk]),
            is_verified=one.address == AddressStanding.VERIFIED,
            outside=one.outside,
            seats=tuple(seats[one.member_id, one.party_id]),
            rulings=rulings[one.pk],
        )
        for one in invitees
    }


def _of(model: Any, invitees: list[Invitee], path: str = "invitee") -> QuerySet:
    """Return the rows about these members, without the campaign's other ones."""
    # By campaign, not by member: a thousand numbers would be too many for one query.
    campaigns = {one.campaign_id for one in invitees}
    rows = model.objects.filter(**{f"{path}__campaign__in": campaigns})
    if len(invitees) == 1:
        rows = rows.filter(**{path: invitees[0]})
    return rows


def _answers(invitees: list[Invitee]) -> defaultdict[int, list[Given]]:
    found = defaultdict(list)
    rows = _of(Answer, invitees).order_by("number").values_list("invitee", "choice", "given_at")
    for invitee, choice, given_at in rows:
        found[invitee].append(Given(choice, given_at))
    return found


def _weeks(invitees: list[Invitee]) -> dict[int, Kept]:
    names = "invitee", "starts_on", "stopped_at", "closed_at"
    rows = _of(Week, invitees).values_list(*names)
    return {
        invitee: Kept(starts_on, stopped_at is not None, closed_at is not None)
        for invitee, starts_on, stopped_at, closed_at in rows
    }


def _entries(invitees: list[Invitee]) -> defaultdict[int, list[Entered]]:
    found = defaultdict(list)
    names = "week__invitee", "day", "spending", "cents", "audience"
    kept = _of(Entry, invitees, "week__invitee").filter(removed_at=None).order_by("pk")
    for invitee, day, spending, cents, audience in kept.values_list(*names):
        found[invitee].append(Entered(day, spending, cents, audience != Audience.PRIVATE))
    return found


def _attempts(invitees: list[Invitee]) -> defaultdict[int, list[Attempt]]:
    """Return what reached, or may have reached, its member: a letter that came back did not."""
    found = defaultdict(list)
    came_back = Contact.objects.filter(
        invitee=OuterRef("invitee"),
        result=Result.BOUNCED,
        letter=OuterRef("letter"),
        happened_at__gte=OuterRef("happened_at"),
    ).exclude(letter="")
    tried = _of(Contact, invitees).exclude(result=Result.BOUNCED).exclude(Exists(came_back))
    rows = tried.order_by("happened_at", "pk").values_list("invitee", "channel", "happened_at")
    for invitee, channel, at in rows:
        found[invitee].append(Attempt(channel, at))
    return found


def _rulings(invitees: list[Invitee]) -> defaultdict[int, dict[str, bool]]:
    """Return the newest ruling on each fact."""
    found: defaultdict[int, dict[str, bool]] = defaultdict(dict)
    rows = _of(Ruling, invitees).order_by("made_at", "pk").values_list("invitee", "fact", "value")
    for invitee, fact, value in rows:
        found[invitee][fact] = value
    return found


def _seats(
    invitees: list[Invitee],
) -> defaultdict[tuple[int, int], list[tuple[dt.date, dt.date | None]]]:
    """Return when each member sat for each party."""
    found = defaultdict(list)
    rows = _of(Membership, invitees, "member__invitations").order_by("starts_on").distinct()
    names = "member", "party", "starts_on", "ends_on"
    for member, party, starts_on, ends_on in rows.values_list(*names):
        found[member, party].append((starts_on, ends_on))
    return found


def _statements(invitees: list[Invitee]) -> defaultdict[int, str]:
    """Return the newest statement of each."""
    found: defaultdict[int, str] = defaultdict(str)
    rows = _of(Statement, invitees).order_by("made_at", "pk").values_list("invitee", "words")
    found.update(rows)
    return found
