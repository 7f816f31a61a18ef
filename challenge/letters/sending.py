"""Sends a letter at most once, whatever breaks: claimed first, handed over after. Decision 0090."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

from django_tasks import task

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from challenge.letters.bounces import note_bounce
from challenge.letters.reading import can_be_mailed, dates_of, invitees, standing_of
from challenge.letters.timetable import is_daytime, is_needed
from challenge.letters.writing import message_of
from challenge.log import write_down
from challenge.models import Contact, Invitee, Letter
from challenge.vocabulary import Channel, LetterKind, Result
from core.mailserver.line import Line
from core.mailserver.verdicts import Outcome, verdict_on

logger = logging.getLogger(__name__)

# Who asked for their link again, and got none for so long, asks again.
LINK_KEEPS = timedelta(days=2)


@task()
def send_letter(letter_id: int) -> None:
    """Send one letter, unless somebody else does, or it is not needed any more."""
    waiting = Letter.objects.filter(pk=letter_id, begun_at=None, sent_at=None, needless_at=None)
    if not waiting.exists():
        return
    with closing(Line()) as line:
        # What can fail before the letter is claimed fails here, and it is queued again later.
        if not line.is_open():
            return
        message = _claim(letter_id, timezone.now())
        if message is not None:
            _hand_over(letter_id, message, line)


@transaction.atomic
def _claim(letter_id: int, now: datetime) -> EmailMessage | None:
    """Take a letter, with a new personal link in it, if it is still needed; only one worker can."""
    letter = (
        Letter.objects.select_for_update()
        .filter(pk=letter_id, begun_at=None, sent_at=None, needless_at=None)
        .first()
    )
    if letter is None:
        return None
    # An answer that is being given right now is waited for.
    Invitee.objects.select_for_update().filter(pk=letter.invitee_id).first()
    invitee = invitees().get(pk=letter.invitee_id)
    if not can_be_mailed(invitee) or not _may_leave_now(letter, invitee, now):
        return None
    if not _is_needed(letter, invitee, now):
        letter.needless_at = now
        letter.save(update_fields=["needless_at"])
        write_down("letter-needless", invitee.campaign, invitee, letter=letter.kind)
        return None
    letter.begun_at = now
    letter.save(update_fields=["begun_at"])
    return message_of(letter, invitee, now)


def _may_leave_now(letter: Letter, invitee: Invitee, now: datetime) -> bool:
    """Return whether it is day; who asked for their link waits for it."""
    return letter.kind == LetterKind.LINK or is_daytime(now, dates_of(invitee.campaign).zone)


def _is_needed(letter: Letter, invitee: Invitee, now: datetime) -> bool:
    if letter.kind == LetterKind.LINK:
        return now < letter.planned_at + LINK_KEEPS
    standing = standing_of(invitee, without=letter)
    # That others were sent lately is no reason to drop this one, which was planned before.
    earlier = tuple((kind, invitee.campaign.invitation_on) for kind, _day in standing.had)
    standing = replace(standing, had=earlier)
    return is_needed(LetterKind(letter.kind), dates_of(invitee.campaign), standing, now)


def _hand_over(letter_id: int, message: EmailMessage, line: Line) -> None:
    try:
        line.send(message)
    except Exception as error:  # noqa: BLE001 - a worker's end (SystemExit) is none
        # Of an error only the kind: its words may hold the address.
        state = verdict_on(error).state
        kind = type(error).__name__
        logger.warning("Letter %s could not be sent (%s): %s", letter_id, kind, state)
        _failed(letter_id, state)
    else:
        _sent(letter_id)


@transaction.atomic
def _sent(letter_id: int) -> None:
    letter = Letter.objects.select_related("invitee__campaign").get(pk=letter_id)
    letter.sent_at = timezone.now()
    letter.save(update_fields=["sent_at"])
    Contact.objects.create(
        invitee=letter.invitee, channel=Channel.MAIL, result=Result.SENT, letter=letter.kind
    )
    write_down("letter-sent", letter.invitee.campaign, letter.invitee, letter=letter.kind)


@transaction.atomic
def _failed(letter_id: int, state: Outcome) -> None:
    """Let a letter that nobody got wait again; one that perhaps was taken is never sent again."""
    letter = Letter.objects.select_related("invitee__campaign").get(pk=letter_id)
    if state == Outcome.PENDING:
        letter.begun_at = None
        letter.save(update_fields=["begun_at"])
    elif state == Outcome.UNSURE:
        write_down("letter-unsure", letter.invitee.campaign, letter.invitee, letter=letter.kind)
    else:
        note_bounce(letter.invitee, letter)
