"""What the pure modules are fed with from the database."""

from __future__ import annotations

import datetime as dt

import pytest

from challenge.models import Contact
from challenge.selectors import records_of
from challenge.tests.factories import NOW, InviteeFactory
from challenge.vocabulary import Channel, LetterKind, Result

pytestmark = pytest.mark.django_db


def test_a_letter_that_came_back_was_no_attempt() -> None:
    invitee = InviteeFactory()
    day = dt.timedelta(days=1)

    def mail(result: Result, letter: LetterKind, days: int) -> None:
        at = NOW + days * day
        Contact.objects.create(
            invitee=invitee, channel=Channel.MAIL, result=result, letter=letter, happened_at=at
        )

    mail(Result.SENT, LetterKind.INVITATION, 0)
    mail(Result.BOUNCED, LetterKind.INVITATION, 1)
    mail(Result.SENT, LetterKind.INVITATION, 2)
    mail(Result.SENT, LetterKind.DECISION, 3)
    Contact.objects.create(
        invitee=invitee, channel=Channel.PHONE, result=Result.NOBODY, happened_at=NOW
    )
    found = [(one.channel, one.at) for one in records_of([invitee])[invitee.pk].attempts]
    assert found == [
        (Channel.PHONE, NOW),
        (Channel.MAIL, NOW + 2 * day),
        (Channel.MAIL, NOW + 3 * day),
    ]
