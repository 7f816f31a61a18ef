"""Choosing a week, stopping it, and closing it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from challenge.log import write_down
from challenge.logbook.standing import Standing, first_days, standing_of, took_it_on
from challenge.models import Invitee, Week
from challenge.vocabulary import Audience


class WeekRefusedError(Exception):
    """This cannot be done with a week as it stands."""


def week_of(invitee: Invitee) -> Week | None:
    """Return a member's week, if one was chosen."""
    week = Week.objects.filter(invitee=invitee).first()
    if week is not None:
        week.invitee = invitee
    return week


def may_choose(invitee: Invitee, week: Week | None, today: dt.date) -> bool:
    """Return whether a member can choose a week now, or another one.

    Who took it on, while a week is left; and nothing was written down yet.
    """
    if first_days(invitee.campaign, today) is None or not took_it_on(_answer(invitee)):
        return False
    if week is None:
        return True
    is_open = week.stopped_at is None and week.closed_at is None
    return is_open and not week.entries.filter(removed_at=None).exists()


@transaction.atomic
def choose(invitee: Invitee, starts_on: dt.date, now: dt.datetime) -> Week:
    """Choose a member's week, or another one.

    Raises:
        WeekRefusedError: there is no choice (any more), or the day is out of bounds.

    """
    # Two phones at once: one after the other.
    Invitee.objects.select_for_update(of=("self",)).get(pk=invitee.pk)
    week, today = week_of(invitee), timezone.localdate(now)
    bounds = first_days(invitee.campaign, today)
    if not may_choose(invitee, week, today) or not bounds:
        raise WeekRefusedError
    if not bounds[0] <= starts_on <= bounds[1]:
        raise WeekRefusedError
    if week is not None and week.starts_on == starts_on:
        return week
    week = week or Week(invitee=invitee)
    week.starts_on, week.chosen_at = starts_on, now
    week.save()
    write_down("week-chosen", invitee.campaign, invitee, starts_on=starts_on.isoformat())
    return week


@transaction.atomic
def stop(week: Week, words: str, audience: str, now: dt.datetime) -> None:
    """Stop a week, or change the words with which it was stopped.

    Raises:
        WeekRefusedError: it is closed already, or the campaign is past this.

    """
    week = locked(week)
    standing = standing_of(week, timezone.localdate(now))
    if not standing.may_stop and standing is not Standing.STOPPED:
        raise WeekRefusedError
    is_new = week.stopped_at is None
    week.stopped_at = week.stopped_at or now
    week.stop_words, week.stop_audience = words, Audience(audience)
    week.save()
    kind = "week-stopped" if is_new else "stop-words-changed"
    invitee = week.invitee
    write_down(kind, invitee.campaign, invitee, audience=audience, has_words=bool(words))


@transaction.atomic
def close(week: Week, now: dt.datetime) -> None:
    """Close a week whose seven days are over; a second time changes nothing.

    Raises:
        WeekRefusedError: it is not over, or was stopped.

    """
    week = locked(week)
    standing = standing_of(week, timezone.localdate(now))
    if standing is Standing.CLOSED:
        return
    if standing is not Standing.OVER:
        raise WeekRefusedError
    week.closed_at = now
    week.save()
    write_down("week-closed", week.invitee.campaign, week.invitee)


def locked(week: Week) -> Week:
    """Return a week as it is now; who comes at the same moment waits."""
    rows = Week.objects.select_for_update(of=("self",)).select_related("invitee__campaign")
    return rows.get(pk=week.pk)


def _answer(invitee: Invitee) -> str | None:
    """Return a member's newest answer."""
    return invitee.answers.order_by("-number").values_list("choice", flat=True).first()
