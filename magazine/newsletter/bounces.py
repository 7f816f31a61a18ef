"""Reads the mailbox that our mails come back to: what bounced, and who wants to stop.

A mail that came back carries the Message-ID of our letter, which we signed. So a forged one stops
nobody's newsletter, and no address has to be read.
"""

from __future__ import annotations

import re
from collections import Counter
from email.message import EmailMessage, Message
from enum import StrEnum

from django.utils import timezone

from core.mailserver.returned import mails_in, returned_names
from magazine.models import Letter, Subscriber
from magazine.newsletter.emails import LEAVE
from magazine.newsletter.keys import letter_number, subscriber_number
from magazine.newsletter.sending import note_bounce
from magazine.newsletter.subscribing import leave

_WISH = re.compile(rf"{LEAVE}\s+(\S+)", re.IGNORECASE)


class Kind(StrEnum):
    """What a mail in the box turns out to be."""

    BOUNCED = "bounced"
    LEFT = "left"
    OTHER = "other"


def take_in(mailbox: bytes) -> Counter[Kind]:
    """Act on every mail of a mailbox.

    Args:
        mailbox: mails one after another, as in an mbox file, or one mail by itself.

    Returns:
        How many there were of each kind.

    """
    return Counter(_act_on(mail) for mail in mails_in(mailbox))


def _act_on(mail: EmailMessage) -> Kind:
    if (number := returned_letter(mail)) is not None:
        letter = Letter.objects.filter(pk=number).first()
        if letter is None:
            return Kind.OTHER
        Letter.objects.filter(pk=number).update(state=Letter.State.BOUNCED)
        if letter.subscriber_id:
            note_bounce(letter.subscriber_id, timezone.now())
        return Kind.BOUNCED
    if (number := who_leaves(mail)) is not None:
        subscriber = Subscriber.objects.filter(pk=number).first()
        if subscriber is not None:
            leave(subscriber)
        return Kind.LEFT
    return Kind.OTHER


def who_leaves(mail: Message) -> int | None:
    """Return the number of the subscriber who asks by mail to be taken off the list."""
    wish = _WISH.search(" ".join(str(mail.get("Subject", "")).split()))
    return subscriber_number(wish[1]) if wish else None


def returned_letter(mail: Message) -> int | None:
    """Return the number of the letter that never arrives, if that is what a mail reports."""
    numbers = map(letter_number, returned_names(mail))
    return next((number for number in numbers if number is not None), None)
