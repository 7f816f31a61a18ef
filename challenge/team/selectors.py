"""What the desk shows of a campaign: in as many queries for one member as for all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from challenge.letters.reading import can_be_mailed, dates_of, invitees, standing_of
from challenge.letters.timetable import due
from challenge.models import Campaign, Contact, Invitee, Letter
from challenge.team.duties import Days, Reached, is_call_due, is_link_due, is_postcard_due
from challenge.vocabulary import NO_ANSWER, OUTCOMES, AddressStanding, Channel, LetterKind, Stage

# A letter that was begun so long ago, and of which nobody knows how it went.
BROKEN_OFF = dt.timedelta(minutes=10)
MAIL, CALL, POSTCARD, LINK = "mail", "call", "postcard", "link"
CALLS = (Channel.PHONE, Channel.VISIT)


@dataclass(frozen=True)
class Row:
    """A member in the list.

    Attributes:
        invitee: who, with their `member` and `party`.
        outcome: one of `OUTCOMES`.
        mail: the letter that goes out today, if one does.
        is_call_due: whether somebody is to call them today.
        is_postcard_due: whether they are to be handed a postcard.
        is_link_due: whether they are to be sent a new link.
        contacts: how often they were contacted.
        newest: the newest contact.
        has_unsure_letter: whether nobody knows of a letter whether it was sent.

    """

    invitee: Invitee
    outcome: str
    mail: LetterKind | None
    is_call_due: bool
    is_postcard_due: bool
    is_link_due: bool
    contacts: int
    newest: Contact | None
    has_unsure_letter: bool

    @property
    def is_unreached(self) -> bool:
        """Return whether mail to them comes back."""
        return self.invitee.address == AddressStanding.BOUNCED

    def is_due(self, what: str) -> bool:
        """Return whether something is due today: mail, a call, a postcard or a new link."""
        due_now = {
            MAIL: self.mail,
            CALL: self.is_call_due,
            POSTCARD: self.is_postcard_due,
            LINK: self.is_link_due,
        }
        return bool(due_now[what])


def rows_of(campaign: Campaign, now: dt.datetime, **which: Any) -> list[Row]:
    """Return the members of a campaign, in the order of their names.

    Args:
        campaign: of which campaign.
        now: the moment.
        **which: only these, as a queryset is filtered.

    """
    contacts = Contact.objects.defer("note")
    people = invitees().with_links(now).filter(campaign=campaign, **which)
    people = people.order_by("member__sort_name", "pk")
    people = people.prefetch_related(Prefetch("contacts", queryset=contacts))
    return [_row(campaign, invitee, now) for invitee in people]


def counts_of(rows: Iterable[Row]) -> list[tuple[str, int]]:
    """Return how many of who count gave each of the four outcomes, as equals."""
    found = Counter(row.outcome for row in rows if not row.invitee.outside)
    return [(outcome, found[outcome]) for outcome in OUTCOMES]


def is_unsure(letter: Letter, now: dt.datetime) -> bool:
    """Return whether nobody knows of a letter whether it was sent."""
    return bool(letter.begun_at and not letter.sent_at and letter.begun_at < now - BROKEN_OFF)


def _row(campaign: Campaign, invitee: Any, now: dt.datetime) -> Row:
    contacts = list(invitee.contacts.all())
    today = timezone.localdate(now)
    waiting = _waiting(invitee)
    days, reached = _days(campaign, now), _reached(invitee, contacts, waiting)
    return Row(
        invitee=invitee,
        outcome=invitee.choice or NO_ANSWER,
        mail=waiting or _due(campaign, invitee, now),
        is_call_due=is_call_due(days, reached, today),
        is_postcard_due=is_postcard_due(days, reached, today),
        is_link_due=is_link_due(days, reached),
        contacts=len(contacts),
        newest=contacts[0] if contacts else None,
        has_unsure_letter=any(is_unsure(letter, now) for letter in invitee.letters.all()),
    )


def _waiting(invitee: Any) -> LetterKind | None:
    """Return a letter that waits to be sent, if one can be."""
    waiting = [
        LetterKind(letter.kind)
        for letter in invitee.letters.all()
        if not (letter.begun_at or letter.sent_at or letter.needless_at)
    ]
    return waiting[0] if waiting and can_be_mailed(invitee) else None


def _due(campaign: Campaign, invitee: Any, now: dt.datetime) -> LetterKind | None:
    """Return the letter that is due by day."""
    noon = timezone.localtime(now).replace(hour=12)
    return due(dates_of(campaign), standing_of(invitee), max(now, noon))


def _days(campaign: Campaign, now: dt.datetime) -> Days:
    return Days(
        takes_answers=campaign.takes_answers(now),
        invitation_on=campaign.invitation_on,
        receipt_by=campaign.receipt_by,
        decision_on=campaign.decision_on,
        postcards_on=campaign.postcards_on,
        has_pages=campaign.stage != Stage.CANCELLED,
    )


def _reached(invitee: Any, contacts: list[Contact], waiting: LetterKind | None) -> Reached:
    """Return how far a member was reached; the contacts come newest first."""
    calls = [one.happened_at for one in contacts if one.channel in CALLS]
    return Reached(
        can_be_mailed=can_be_mailed(invitee),
        is_outside=bool(invitee.outside),
        has_confirmed=invitee.receipt_confirmed_at is not None,
        has_answered=invitee.choice is not None,
        called_on=timezone.localdate(calls[0]) if calls else None,
        has_postcard=any(one.channel == Channel.POSTCARD for one in contacts),
        lost_links=invitee.lost_links,
        has_letter=waiting is not None,
    )
