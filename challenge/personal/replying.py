"""Before the launch: asking a correction, and a statement that stands beside the record."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from challenge.log import write_down
from challenge.models import Campaign, Correction, Invitee, Statement
from challenge.personal.answering import TooLateError
from challenge.vocabulary import Stage

MOST_WORDS = 100
_SAYS_SOMETHING = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """Return how many words a text has, as people count: a dash on its own is none."""
    return sum(1 for piece in text.split() if _SAYS_SOMETHING.search(piece))


def takes_corrections(campaign: Campaign) -> bool:
    """Return whether a correction can be asked at this moment."""
    return campaign.stage == Stage.REPLYING


def takes_statements(campaign: Campaign, now: datetime) -> bool:
    """Return whether a statement can be made, changed or taken back at this moment."""
    today = timezone.localdate(now)
    return campaign.stage == Stage.REPLYING and today <= campaign.reply_until


def newest_statement(invitee: Invitee) -> Statement | None:
    """Return the statement that counts; None where there is none, or it was taken back."""
    newest: Statement | None = Statement.objects.filter(invitee=invitee).first()
    return newest if newest and newest.words else None


@transaction.atomic
def ask_correction(invitee: Invitee, words: str, now: datetime) -> None:
    """Keep what is not right, for the team.

    Raises:
        TooLateError: members do not look at their record now.

    """
    if not takes_corrections(Campaign.objects.get(pk=invitee.campaign_id)):
        raise TooLateError
    open_ones = invitee.corrections.filter(standing=Correction.Standing.OPEN)
    if words in {one.words for one in open_ones}:
        # The button was pressed twice.
        return
    correction = Correction.objects.create(invitee=invitee, words=words, asked_at=now)
    write_down("correction-asked", invitee.campaign, invitee, correction=correction.pk)


@transaction.atomic
def make_statement(invitee: Invitee, words: str, now: datetime) -> bool:
    """Keep a statement as the newest; an empty one takes it back.

    Returns:
        Whether it differs from the one before.

    Raises:
        TooLateError: the time for it is over, or has not come.

    """
    if not takes_statements(Campaign.objects.get(pk=invitee.campaign_id), now):
        raise TooLateError
    before = newest_statement(invitee)
    if words == (before.words if before else ""):
        return False
    Statement.objects.create(invitee=invitee, words=words, made_at=now)
    kind = "statement-made" if words else "statement-taken-back"
    write_down(kind, invitee.campaign, invitee, words=count_words(words))
    return True
