"""Whom the team is to call today, who is to get a postcard, and who a new link. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# Nobody is called again before this.
CALL_AGAIN = timedelta(days=7)


@dataclass(frozen=True)
class Days:
    """The days of a campaign that ask something of the team.

    Attributes:
        takes_answers: whether members can answer now.
        has_pages: whether members have pages of their own now.
        invitation_on: when they are invited.
        receipt_by: until when they can say that the question arrived.
        decision_on: when they are asked to decide.
        postcards_on: when postcards are handed over, if they are.

    """

    takes_answers: bool
    invitation_on: date
    receipt_by: date
    decision_on: date
    postcards_on: date | None = None
    has_pages: bool = True


@dataclass(frozen=True)
class Reached:
    """How far a member was reached.

    Attributes:
        can_be_mailed: whether there is an address that mail did not come back from.
        is_outside: whether they are outside the count.
        has_confirmed: whether they confirmed receipt.
        has_answered: whether they gave any answer.
        called_on: when they were last called or visited.
        has_postcard: whether a postcard was handed over.
        lost_links: whether their links were withdrawn, and they have no other.
        has_letter: whether a letter to them, with a new link, waits to be sent.

    """

    can_be_mailed: bool = True
    is_outside: bool = False
    has_confirmed: bool = False
    has_answered: bool = False
    called_on: date | None = None
    has_postcard: bool = False
    lost_links: bool = False
    has_letter: bool = False


def is_call_due(days: Days, member: Reached, today: date) -> bool:
    """Return whether somebody is to call this member today."""
    if not _is_asked(days, member):
        return False
    if member.called_on and today < member.called_on + CALL_AGAIN:
        return False
    if not member.can_be_mailed:
        return today >= days.invitation_on
    is_silent = not member.has_confirmed and today > days.receipt_by
    return is_silent or today > days.decision_on


def is_postcard_due(days: Days, member: Reached, today: date) -> bool:
    """Return whether this member is to be handed a postcard."""
    is_time = days.postcards_on is not None and today >= days.postcards_on
    return is_time and _is_asked(days, member) and not member.has_postcard


def is_link_due(days: Days, member: Reached) -> bool:
    """Return whether somebody is to send this member a new link; also who answered needs one."""
    return days.has_pages and member.lost_links and not member.has_letter


def _is_asked(days: Days, member: Reached) -> bool:
    return days.takes_answers and not member.has_answered and not member.is_outside
