"""Asks the people of each place every so often whether all is still right, each once.

Written down before it is mailed: a worker that is killed leaves nobody asked twice, and who was
not reached yet is reached by the next run.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django_tasks import task

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from core.letters import send, sending
from redactieraad.letters.sending import language_for
from redactieraad.letters.timetable import is_daytime
from warmtebronnen.freshness import is_question_due, question_moment
from warmtebronnen.models import Confirmation, Tending
from warmtebronnen.upkeep.confirmations import token_for


def ask_all(now: datetime | None = None) -> None:
    """Put a question in the queue for each person who is due one; never at night."""
    now = now or timezone.now()
    if not is_daytime(now):
        return
    before = question_moment(now)
    due = tendings().filter(counted_from__lte=before)
    for number in due.filter(Q(asked_at=None) | Q(asked_at__lte=before)).values_list(
        "pk", flat=True
    ):
        _ask(number, now)


def tendings() -> QuerySet[Any]:
    """Return who tends a public place, with when it was found right or became public."""
    newest = Confirmation.objects.filter(place=OuterRef("place")).order_by("-confirmed_at")
    moment = Subquery(newest.values("confirmed_at")[:1])
    return Tending.objects.filter(place__live=True, user__is_active=True).annotate(
        counted_from=Coalesce(moment, F("place__first_published_at"))
    )


@transaction.atomic
def _ask(tending_id: int, now: datetime) -> None:
    """Write down that somebody was asked now, and have it done: both, or neither."""
    # Of two workers at the same moment, the second sees what the first wrote.
    Tending.objects.select_for_update().filter(pk=tending_id).first()
    tending = tendings().filter(pk=tending_id).first()
    if tending is None or not is_question_due(tending.counted_from, tending.asked_at, now):
        return
    tending.asked_at = now
    tending.save(update_fields=["asked_at"])
    mail_question.enqueue(tending_id)


@task()
def mail_question(tending_id: int, attempt: int = 0) -> None:
    """Mail one person the question, unless they left or all was found right meanwhile."""
    tending = tendings().select_related("user", "place__locale").filter(pk=tending_id).first()
    if tending is None or tending.asked_at is None or tending.counted_from >= tending.asked_at:
        return
    context = {
        "who": tending.user,
        "place": tending.place,
        "confirm": reverse("partner:confirm_by_link", args=[token_for(tending)]),
        "change": reverse("partner:place", args=[tending.place_id]),
    }
    with sending(mail_question, attempt, tending_id):
        name = "warmtebronnen/email/question"
        send(tending.user.email, name, context, language=language_for(tending.user))
