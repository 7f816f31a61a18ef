"""Confirming receipt and answering: every version is kept, and none is given for a member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from challenge.log import write_down
from challenge.models import Answer, Campaign, Invitee
from challenge.vocabulary import AddressStanding, Stage

# Of two devices at the same moment, one has to try once more.
ATTEMPTS = 5


class TooLateError(Exception):
    """It is not the time for this: too early, too late, or the campaign was called off."""


@dataclass(frozen=True)
class Reply:
    """What a member answers.

    Attributes:
        choice: one of `Choice`.
        words: in their own words, if they want.
        audience: who may read the words.

    """

    choice: str
    words: str
    audience: str

    def is_that_of(self, answer: Answer) -> bool:
        """Return whether nothing is different."""
        return (self.choice, self.words, self.audience) == (
            answer.choice,
            answer.words,
            answer.audience,
        )


def newest_answer(invitee: Invitee) -> Answer | None:
    """Return the answer that counts."""
    answer: Answer | None = Answer.objects.filter(invitee=invitee).order_by("-number").first()
    return answer


@transaction.atomic
def confirm_receipt(invitee: Invitee, now: datetime) -> None:
    """Write down that the question arrived, once.

    Raises:
        TooLateError: the campaign does not run.

    """
    if _campaign(invitee).stage != Stage.RUNNING:
        raise TooLateError
    pending = Invitee.objects.filter(pk=invitee.pk, receipt_confirmed_at=None)
    if not pending.update(receipt_confirmed_at=now):
        return
    # Whoever opens a link that was mailed has read the mail.
    unproven = Invitee.objects.filter(pk=invitee.pk, address=AddressStanding.UNKNOWN)
    unproven.update(address=AddressStanding.VERIFIED)
    write_down("receipt-confirmed", invitee.campaign, invitee)


def give_answer(invitee: Invitee, reply: Reply, now: datetime) -> bool:
    """Keep an answer as the newest.

    Args:
        invitee: who answers.
        reply: the answer.
        now: the moment.

    Returns:
        Whether it differs from the one before; a button pressed twice answers once.

    Raises:
        TooLateError: no answers are taken at this moment.

    """
    for _attempt in range(ATTEMPTS):
        try:
            return _give(invitee, reply, now)
        except IntegrityError:
            # Another device was first with this number.
            continue
    return _give(invitee, reply, now)


@transaction.atomic
def _give(invitee: Invitee, reply: Reply, now: datetime) -> bool:
    campaign = _campaign(invitee)
    if not campaign.takes_answers(now):
        raise TooLateError
    newest = newest_answer(invitee)
    if newest and reply.is_that_of(newest):
        return False
    number = newest.number + 1 if newest else 1
    Answer.objects.create(
        invitee=invitee,
        number=number,
        choice=reply.choice,
        words=reply.words,
        audience=reply.audience,
        given_at=now,
    )
    write_down("answered", campaign, invitee, choice=reply.choice, number=number)
    return True


def _campaign(invitee: Invitee) -> Campaign:
    """Return the campaign as it is at this moment, not as it was when the page was opened."""
    return Campaign.objects.get(pk=invitee.campaign_id)
