"""What the timetable has to know, read from the database."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from challenge.letters.timetable import Dates, Standing
from challenge.models import Campaign, Invitee, Letter
from challenge.querysets import InviteeQuerySet
from challenge.vocabulary import AddressStanding, LetterKind, Stage

# Locked, and not asked for to know what is due.
LOCKED = ("member__email", "member__phone")


def dates_of(campaign: Campaign) -> Dates:
    """Return the dates of a campaign."""
    stage = Stage(campaign.stage)
    return Dates(
        stage=stage,
        zone=ZoneInfo(settings.TIME_ZONE),
        invitation_on=campaign.invitation_on,
        receipt_by=campaign.receipt_by,
        decision_on=campaign.decision_on,
        last_reminder_on=campaign.last_reminder_on,
        answers_until=campaign.answers_until,
        reply_from=campaign.reply_from,
        # A launch that came later than planned is told of when it came.
        launch_at=campaign.stage_since if stage == Stage.LAUNCHED else campaign.launch_at,
    )


def invitees() -> InviteeQuerySet:
    """Return all, with what `standing_of` reads; their addresses stay locked."""
    found = Invitee.objects.with_answer().select_related("member", "party", "campaign", "week")
    return found.defer(*LOCKED, "week__stop_words").prefetch_related("letters")


def standing_of(invitee: Any, without: Letter | None = None) -> Standing:
    """Return what of a member counts for their letters.

    Args:
        invitee: one of `invitees()`.
        without: a letter that is looked at as if it had not been planned yet.

    """
    week = getattr(invitee, "week", None)
    keeps_it = week is not None and week.stopped_at is None
    had = tuple(
        (LetterKind(letter.kind), timezone.localdate(letter.planned_at))
        for letter in invitee.letters.all()
        if without is None or letter.pk != without.pk
    )
    return Standing(
        can_be_mailed=can_be_mailed(invitee),
        is_outside=bool(invitee.outside),
        has_confirmed=invitee.receipt_confirmed_at is not None,
        has_answered=invitee.choice is not None,
        week_starts_on=week.starts_on if week and keeps_it else None,
        week_ends_on=week.ends_on if week and keeps_it and not week.closed_at else None,
        had=had,
    )


def can_be_mailed(invitee: Invitee) -> bool:
    """Return whether there is an address that mail did not come back from."""
    return bool(invitee.member.email_mark) and invitee.address != AddressStanding.BOUNCED
