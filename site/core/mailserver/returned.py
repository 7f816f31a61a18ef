"""Mails in a mailbox, and which of our letters they say came back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

_ENVELOPE = re.compile(rb"(?m)^From .*\r?\n")


def mails_in(mailbox: bytes) -> Iterator[EmailMessage]:
    """Yield the mails of a mailbox.

    Args:
        mailbox: mails one after another, as in an mbox file, or one mail by itself.

    """
    for raw in _ENVELOPE.split(mailbox):
        if raw.strip():
            yield message_from_bytes(raw, policy=policy.default)  # type: ignore[misc]


def returned_names(mail: Message) -> Iterator[str]:
    """Yield what stands before the @ in the Message-ID of a letter that will never arrive.

    Anybody can write such a mail: believe only a name that we signed.
    """
    if mail.get_content_type() != "multipart/report":
        return
    parts = list(mail.walk())
    has_failed = any(
        str(part.get("Action", "")).strip().lower() == "failed"
        and str(part.get("Status", "")).strip().startswith("5")
        for part in parts
    )
    if has_failed:
        yield from map(_name_in, parts)


def _name_in(part: Message) -> str:
    """Return the name in a part of a report, if that part is our letter or its headers."""
    headers = part
    if part.get_content_type() == "text/rfc822-headers":
        payload = part.get_payload(decode=True)
        headers = message_from_bytes(payload if isinstance(payload, bytes) else b"")
    name = str(headers.get("Message-ID", "")).strip().strip("<>")
    return name.rpartition("@")[0]
