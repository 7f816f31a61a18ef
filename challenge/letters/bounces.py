"""Mail that came back: the member was not reached, which is something else than no answer."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from challenge.letters.writing import letter_number
from challenge.log import write_down
from challenge.models import Contact, Invitee, Letter
from challenge.vocabulary import AddressStanding, Channel, Result
from core.mailserver.returned import mails_in, returned_names


@transaction.atomic
def note_bounce(invitee: Invitee, letter: Letter | None = None, by: Any = None) -> None:
    """Write down that a member's address does not work.

    The letter that came back waits again: it was not received, and once there is another
    address, it is sent there if it is still needed.

    Args:
        invitee: who was not reached.
        letter: the letter that came back; the newest one where nobody knows which it was.
        by: the user who says so; None for the mail server.

    """
    sent = Letter.objects.filter(invitee=invitee).exclude(begun_at=None)
    letter = letter or sent.order_by("-begun_at").first()
    Contact.objects.create(
        invitee=invitee,
        channel=Channel.MAIL,
        result=Result.BOUNCED,
        letter=letter.kind if letter else "",
        by=by,
    )
    if letter:
        Letter.objects.filter(pk=letter.pk).update(begun_at=None, sent_at=None)
    invitee.address = AddressStanding.BOUNCED
    invitee.save(update_fields=["address"])
    details = {"letter": letter.kind} if letter else {}
    write_down("bounced", invitee.campaign, invitee, by=by, **details)


def take_in(mailbox: bytes) -> int:
    """Note what came back; return how many letters.

    Args:
        mailbox: mails one after another, as in an mbox file, or one mail by itself.

    """
    return sum(_note(name) for mail in mails_in(mailbox) for name in returned_names(mail))


def _note(name: str) -> bool:
    """Note a letter of ours that came back; who tells us so twice is believed once."""
    number = letter_number(name)
    letters = Letter.objects.select_related("invitee__campaign").exclude(begun_at=None)
    letter = letters.filter(pk=number).first() if number else None
    if letter is not None:
        note_bounce(letter.invitee, letter)
    return letter is not None
