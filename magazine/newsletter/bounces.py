"""Reads the mailbox that our mails come back to: what bounced, and who wants to stop.

A mail that came back carries the Message-ID of our letter, which we signed. So a forged one stops
nobody's newsletter, and no address has to be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from enum import StrEnum

from django.utils import timezone

from magazine.models import Letter, Subscriber
from magazine.newsletter.emails import LEAVE
from magazine.newsletter.keys import letter_number, subscriber_number
from magazine.newsletter.sending import note_bounce
from magazine.newsletter.subscribing import leave

_ENVELOPE = re.compile(rb"(?m)^From .*\r?\n")
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


def mails_in(mailbox: bytes) -> Iterator[EmailMessage]:
    """Yield the mails of a mailbox."""
    for raw in _ENVELOPE.split(mailbox):
        if raw.strip():
            yield message_from_bytes(raw, policy=policy.default)  # type: ignore[misc]


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
    if mail.get_content_type() != "multipart/report":
        return None
    parts = list(mail.walk())
    has_failed = any(
        str(part.get("Action", "")).strip().lower() == "failed"
        and str(part.get("Status", "")).strip().startswith("5")
        for part in parts
    )
    if not has_failed:
        return None
    return next((number for part in parts if (number := _number_in(part)) is not None), None)


def _number_in(part: Message) -> int | None:
    """Return the number of our letter, if a part of a report is that letter or its headers."""
    headers = part
    if part.get_content_type() == "text/rfc822-headers":
        payload = part.get_payload(decode=True)
        headers = message_from_bytes(payload if isinstance(payload, bytes) else b"")
    name = str(headers.get("Message-ID", "")).strip().strip("<>")
    return letter_number(name.rpartition("@")[0])
