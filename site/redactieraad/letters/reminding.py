"""Reminds members of what waits for them, once a day each."""

from __future__ import annotations

from datetime import datetime

from django_tasks import task

from django.db import transaction
from django.utils import timezone

from core.letters import send, sending
from redactieraad.desk.lists import waiting
from redactieraad.letters.sending import DESK, language_for
from redactieraad.letters.timetable import CITY, Reader, is_away, is_daytime, is_digest_due
from redactieraad.models import Member
from redactieraad.selectors import active_members

# Whether a member is reminded is asked before what waits for them, which costs more.
SOMETHING = 1


def remind_members(now: datetime | None = None) -> None:
    """Put a reminder in the queue for each member who is due one."""
    now = now or timezone.now()
    if not is_daytime(now):
        return
    for member in active_members():
        if is_digest_due(now, reader_of(member), SOMETHING) and waiting(member).for_member:
            _remind(member.pk, now)


def reader_of(member: Member) -> Reader:
    """Return what of a member counts for being reminded."""
    return Reader(
        wants=member.wants_digest,
        reminded_on=member.digest_sent_on,
        away_from=member.away_from,
        away_until=member.away_until,
    )


def is_on_holiday(member: Member, now: datetime) -> bool:
    """Return whether this member is on holiday now."""
    return is_away(now.astimezone(CITY).date(), reader_of(member))


@transaction.atomic
def _remind(member_id: int, now: datetime) -> None:
    """Write down that a member was reminded today, and have it done: both, or neither.

    Of two workers that come here at the same moment, the second sees what the first wrote.
    """
    member = Member.objects.select_for_update().get(pk=member_id)
    if not is_digest_due(now, reader_of(member), SOMETHING):
        return
    member.digest_sent_on = now.astimezone(CITY).date()
    member.save(update_fields=["digest_sent_on"])
    mail_digest.enqueue(member_id)


@task()
def mail_digest(member_id: int, attempt: int = 0) -> None:
    """Mail a member what waits for them now, unless nothing does or night has fallen."""
    member = active_members().filter(pk=member_id).first()
    if member is None or not is_daytime(timezone.now()):
        return
    texts = waiting(member).for_member
    if not texts:
        return
    context = {"texts": texts, "count": len(texts), "desk": DESK, "who": member.user}
    with sending(mail_digest, attempt, member_id):
        template = "redactieraad/email/digest"
        send(member.user.email, template, context, language=language_for(member.user))
