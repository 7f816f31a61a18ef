"""How members were contacted, and what the team noted: without ways to reach anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from challenge.journalist.addresses import holds_address
from challenge.journalist.forms.filters import Asked
from challenge.journalist.shared import members
from challenge.models import Campaign, Contact


@dataclass(frozen=True)
class ShownContact:
    """A contact as the journalist reads it.

    Attributes:
        contact: channel, moment and outcome; with whom.
        note: what the team noted; empty where it is held back.
        is_held_back: whether the note holds an address or a number.

    """

    contact: Contact
    note: str
    is_held_back: bool


def contacts(campaign: Campaign, asked: Asked) -> Iterator[ShownContact]:
    """Yield the contacts with the members that are asked for, the newest first.

    With a day in `asked`, contacts of before that day are left out.
    """
    people = members(campaign, asked).values("pk")
    found = Contact.objects.filter(invitee__in=people)
    if asked.since:
        found = found.filter(happened_at__gte=asked.since)
    who = found.select_related("invitee__member", "invitee__party")
    return map(shown, who.defer("invitee__member__email", "invitee__member__phone"))


def shown(contact: Contact) -> ShownContact:
    """Return a contact without a note that tells how somebody is reached."""
    is_held_back = holds_address(contact.note)
    return ShownContact(contact, "" if is_held_back else contact.note, is_held_back)
