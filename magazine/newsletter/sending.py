"""Mails an edition, letter by letter, so that none is sent twice whatever breaks in between.

Before a mail server hears of a letter, the letter is claimed and that is committed. A worker that
is killed leaves at most the one letter that it was sending; of that one nobody knows whether it
got through, so it is never sent again (`UNSURE`). Everything that can fail earlier (reading the
edition, unlocking the address, the line to the server) is done before the claim. Decision 0048.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from core.mailserver.line import Line
from core.mailserver.verdicts import verdict_on
from languages.registry import SOURCE
from magazine.models import EditionPage, Letter, Mailing, Subscriber
from magazine.newsletter.emails import EditionMail
from magazine.newsletter.querysets import LetterState
from magazine.newsletter.versions import best_for, live_versions

logger = logging.getLogger(__name__)
State = LetterState

BATCH = 50
ATTEMPTS = 5
PAUSE = timedelta(minutes=15)
# No letter takes this long: the mail server's time-out is 10 seconds.
BROKEN_OFF = timedelta(minutes=10)
# A mailing of which nothing was heard for so long stands still.
STILL = timedelta(minutes=2)


class CannotMailError(Exception):
    """This edition cannot be mailed, for a reason that can be told."""

    def __init__(self, reason: str) -> None:
        """Take the reason: `offline`, `mailed` or `nobody`."""
        super().__init__(reason)
        self.reason = reason


def begin(edition: EditionPage, user: Any) -> Mailing:
    """Write down everybody who is to get this edition.

    Raises:
        CannotMailError: it is not live, it was mailed before, or there is nobody to mail.

    """
    if not live_versions(edition.translation_key):
        reason = "offline"
        raise CannotMailError(reason)
    try:
        with transaction.atomic():
            mailing = Mailing.objects.create(
                edition_key=edition.translation_key, edition=edition, started_by=user
            )
            readers = Subscriber.objects.reachable().order_by("pk").values_list("pk", flat=True)
            letters = [Letter(mailing=mailing, subscriber_id=pk) for pk in readers]
            if not letters:
                reason = "nobody"
                raise CannotMailError(reason)
            Letter.objects.bulk_create(letters, batch_size=500)
    except IntegrityError as error:
        reason = "mailed"
        raise CannotMailError(reason) from error
    return mailing


def send_some(mailing: Mailing, most: int = BATCH) -> bool:
    """Send the next letters.

    Returns:
        Whether more can be sent at once.

    """
    due = list(mailing.letters.due(timezone.now()).select_related("subscriber")[:most])
    mails = {code: EditionMail(page) for code, page in live_versions(mailing.edition_key).items()}
    if not due or not mails:
        finish_if_done(mailing)
        return False
    with closing(Line()) as line:
        for letter, message in _written(due, mails):
            if not line.is_open() or not _send(letter, message, line):
                return False
    finish_if_done(mailing)
    return mailing.letters.due(timezone.now()).exists()


def go_on(mailing: Mailing) -> bool:
    """Settle what was broken off.

    Returns:
        Whether letters wait that nobody is sending.

    """
    now = timezone.now()
    broken = mailing.letters.filter(state=State.SENDING, claimed_at__lt=now - BROKEN_OFF)
    broken.update(state=State.UNSURE)
    finish_if_done(mailing)
    is_moving = mailing.letters.filter(claimed_at__gte=now - STILL).exists()
    return (
        mailing.finished_at is None
        and not is_moving
        and mailing.letters.due(now).exists()
        and bool(live_versions(mailing.edition_key))
    )


def finish_if_done(mailing: Mailing) -> None:
    """Close a mailing in which nothing is left to be sent, and say so on the edition."""
    is_busy = mailing.letters.filter(state=State.SENDING).exists()
    if mailing.finished_at or is_busy or mailing.letters.waiting().exists():
        return
    mailing.finished_at = timezone.now()
    with transaction.atomic():
        mailing.save(update_fields=["finished_at"])
        for edition in EditionPage.objects.filter(translation_key=mailing.edition_key):
            edition.sent_on = mailing.finished_at
            # `clean` is Wagtail's, which the types do not know.
            edition.save(update_fields=["sent_on"], clean=False)  # type: ignore[call-arg]


def _written(
    due: list[Letter], mails: dict[str, EditionMail]
) -> Iterator[tuple[Letter, EmailMessage]]:
    """Yield each letter with its mail. One that cannot be written stops no other."""
    for letter in due:
        subscriber = letter.subscriber
        if subscriber is None:
            continue
        languages = subscriber.languages or [SOURCE]
        code = best_for(languages, mails)
        try:
            address = subscriber.unlock_address()
            message = mails[str(code)].letter(address, languages[0], subscriber.pk, letter.pk)
            message.message()
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one letter
            if _claim(letter):
                _move(letter, State.FAILED, error)
        else:
            yield letter, message


def _send(letter: Letter, message: EmailMessage, line: Line) -> bool:
    """Send one letter, unless somebody else does.

    Returns:
        Whether the next one can be sent.

    """
    if not _claim(letter):
        return True
    try:
        line.send(message)
    except Exception as error:  # noqa: BLE001 - a worker's end (SystemExit) is none
        verdict = verdict_on(error)
        _move(letter, State(verdict.state), error)
        return not verdict.is_ours
    _move(letter, State.SENT)
    return True


def _claim(letter: Letter) -> bool:
    """Take a letter before anything of it leaves; only one worker can.

    The condition is on the row itself and on no other table, so that PostgreSQL looks at it
    again after it waited for another worker.
    """
    free = Letter.objects.filter(pk=letter.pk, state=State.PENDING, subscriber_id__isnull=False)
    return bool(
        free.update(state=State.SENDING, claimed_at=timezone.now(), attempts=F("attempts") + 1)
    )


def _move(letter: Letter, state: LetterState, error: Exception | None = None) -> None:
    """Write down how it went. Of an error only the kind: its words may hold the address."""
    tries = letter.attempts + 1
    if state == State.PENDING and tries >= ATTEMPTS:
        state = State.FAILED
    changes: dict[str, Any] = {"state": state}
    if state == State.PENDING:
        changes["not_before"] = timezone.now() + PAUSE * tries
    Letter.objects.filter(pk=letter.pk).update(**changes)
    if state == State.BOUNCED and letter.subscriber_id:
        note_bounce(letter.subscriber_id, timezone.now())
    if error:
        kind = type(error).__name__
        logger.warning("Letter %s could not be sent (%s): %s", letter.pk, kind, state)


def note_bounce(subscriber_id: int, when: datetime) -> None:
    """Mail this subscriber no longer: what we send comes back."""
    Subscriber.objects.filter(pk=subscriber_id, bounced_at=None).update(bounced_at=when)
