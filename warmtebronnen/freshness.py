"""How long ago a place was found right, and what follows from that. No database."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings


class Freshness(StrEnum):
    """How much a reader can rely on what a place says."""

    # Found right a short while ago.
    FRESH = "fresh"
    # Its people are asked whether all is still right; readers see no difference yet.
    ASKED = "asked"
    # Readers are told that nobody has said for long that this is right.
    STALE = "stale"
    # It comes last in lists.
    SUNK = "sunk"


def freshness(counted_from: datetime | None, now: datetime) -> Freshness:
    """Return how fresh a place is.

    Args:
        counted_from: when it was last found right, or else became public; None for neither.
        now: this moment.

    """
    if counted_from is None or is_past(settings.WARMTEBRON_SUNK_AFTER_DAYS, counted_from, now):
        return Freshness.SUNK
    if is_past(settings.WARMTEBRON_STALE_AFTER_DAYS, counted_from, now):
        return Freshness.STALE
    if is_past(settings.WARMTEBRON_CONFIRM_AFTER_DAYS, counted_from, now):
        return Freshness.ASKED
    return Freshness.FRESH


def is_question_due(
    counted_from: datetime | None, asked_at: datetime | None, now: datetime
) -> bool:
    """Return whether somebody is to be asked now whether all is right at their place.

    Args:
        counted_from: when the place was last found right, or else became public.
        asked_at: when this person was last asked about it.
        now: this moment.

    """
    days = settings.WARMTEBRON_CONFIRM_AFTER_DAYS
    return (
        counted_from is not None
        and is_past(days, counted_from, now)
        and (asked_at is None or is_past(days, asked_at, now))
    )


def question_moment(now: datetime) -> datetime:
    """Return the moment before which a place must have been found right to be asked now."""
    return now - timedelta(days=settings.WARMTEBRON_CONFIRM_AFTER_DAYS)


def stale_moment(now: datetime) -> datetime:
    """Return the moment before which a place must have been found right to be marked now."""
    return now - timedelta(days=settings.WARMTEBRON_STALE_AFTER_DAYS)


def sunk_moment(now: datetime) -> datetime:
    """Return the moment before which a place must have been found right to come last now."""
    return now - timedelta(days=settings.WARMTEBRON_SUNK_AFTER_DAYS)


def is_past(days: int, moment: datetime, now: datetime) -> bool:
    """Return whether so many days have gone by since a moment."""
    return now - moment >= timedelta(days=days)
