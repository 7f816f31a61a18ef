"""What the team does for one member: each act with its line in the log, or not at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from challenge.letters.bounces import note_bounce
from challenge.log import write_down
from challenge.models import Contact, Correction, Invitee, Ruling
from challenge.vocabulary import AddressStanding


@transaction.atomic
def add_contact(invitee: Invitee, by: Any, **contact: Any) -> Contact:
    """Write down that somebody tried to reach a member, and what came of it."""
    made = Contact.objects.create(invitee=invitee, by=by, **contact)
    details = {"channel": str(made.channel), "result": str(made.result)}
    write_down("contact", invitee.campaign, invitee, by=by, **details)
    return made


@transaction.atomic
def mark_address(invitee: Invitee, standing: str, by: Any) -> None:
    """Say what is known of a member's address."""
    if standing == AddressStanding.BOUNCED:
        note_bounce(invitee, by=by)
        return
    invitee.address = standing
    invitee.save(update_fields=["address"])
    write_down("address", invitee.campaign, invitee, by=by, standing=standing)


@transaction.atomic
def put_outside(invitee: Invitee, why: str, since: dt.date | None, by: Any) -> None:
    """Put a member outside the count, or back inside where nothing is said why."""
    invitee.outside, invitee.outside_since = why, since if why else None
    invitee.save(update_fields=["outside", "outside_since"])
    details = {"why": why, "since": since.isoformat()} if why and since else {"why": why}
    write_down("outside" if why else "inside", invitee.campaign, invitee, by=by, **details)


@transaction.atomic
def rule(invitee: Invitee, fact: str, value: bool, reason: str, by: Any) -> Ruling:  # noqa: FBT001 - as the record has it
    """Establish a fact otherwise than the site did."""
    ruling = Ruling.objects.create(
        invitee=invitee, fact=fact, value=value, reason=reason, made_by=by
    )
    write_down("ruling", invitee.campaign, invitee, by=by, fact=fact, value=value)
    return ruling


@transaction.atomic
def reply_to(correction: Correction, standing: str, words: str, by: Any) -> None:
    """Say what became of a correction that a member asked for."""
    correction.standing, correction.reply = standing, words
    correction.replied_at, correction.replied_by = timezone.now(), by
    correction.save(update_fields=["standing", "reply", "replied_at", "replied_by"])
    invitee = correction.invitee
    details = {"standing": standing, "correction": str(correction.pk)}
    write_down("correction-replied", invitee.campaign, invitee, by=by, **details)
