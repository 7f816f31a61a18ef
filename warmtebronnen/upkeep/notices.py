"""Notices: public at once, logged, and taken back without a trace being lost."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log

from accounts.models import User
from warmtebronnen.models import Notice, WarmtebronPage

GIVE, TAKE_BACK = "warmtebronnen.notice.give", "warmtebronnen.notice.take_back"


@transaction.atomic
def give(notice: Notice, place: WarmtebronPage, user: User) -> Notice:
    """Make a notice public."""
    notice.place, notice.made_by = place, user
    notice.save()
    _log(notice, GIVE, user)
    return notice


@transaction.atomic
def close_today(place: WarmtebronPage, user: User) -> Notice:
    """Say that a place is closed today; twice the same is once."""
    # Of two at the same moment, the second sees what the first did.
    WarmtebronPage.objects.select_for_update().only("pk").get(pk=place.pk)
    today = timezone.localdate()
    standing = Notice.objects.holding_on(today).filter(place=place, is_closed=True)
    return standing.first() or give(Notice(is_closed=True), place, user)


@transaction.atomic
def take_back(notice: Notice, user: User) -> None:
    """Take a notice back; twice the same is once."""
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    if notice.withdrawn_at is not None:
        return
    notice.withdrawn_at = timezone.now()
    notice.save(update_fields=["withdrawn_at"])
    _log(notice, TAKE_BACK, user)


def _log(notice: Notice, action: str, user: User) -> None:
    days = {"from": notice.starts_on.isoformat(), "until": notice.ends_on.isoformat()}
    told = {"text": notice.text, "is_closed": notice.is_closed, "number": notice.pk}
    log(instance=notice.place, action=action, user=user, data=told | days)
