"""Who gets a certificate, and whether one that somebody holds is genuine."""

from __future__ import annotations

import datetime as dt
import re

from django.db import transaction
from django.utils import timezone

from challenge.facts import kept_up
from challenge.log import write_down
from challenge.logbook.standing import Standing, standing_of
from challenge.logbook.weeks import WeekRefusedError, close, week_of
from challenge.models import Certificate, Invitee, Week
from challenge.selectors import records_of

_MADE_OF = re.compile(r"[A-Za-z0-9_-]{10,32}")


def may_have(week: Week, now: dt.datetime) -> bool:
    """Return whether this week was kept up."""
    invitee = week.invitee
    return kept_up(records_of([invitee])[invitee.pk], timezone.localdate(now))


@transaction.atomic
def finish(week: Week, now: dt.datetime) -> Certificate:
    """Close a week that is over, and make its certificate; a second time gives the same one.

    Raises:
        WeekRefusedError: the week is not over, or was stopped.

    """
    if standing_of(week, timezone.localdate(now)) is Standing.OVER:
        close(week, now)
    if not may_have(week, now):
        raise WeekRefusedError
    certificate, is_new = Certificate.objects.get_or_create(week=week, defaults={"made_at": now})
    if is_new:
        write_down("certificate-made", week.invitee.campaign, week.invitee)
    return certificate


def certificate_of(invitee: Invitee) -> Certificate | None:
    """Return a member's certificate, if it was made."""
    week = week_of(invitee)
    certificate = Certificate.objects.filter(week=week).first() if week else None
    if certificate is not None and week is not None:
        certificate.week = week
    return certificate


def genuine(code: str, now: dt.datetime) -> Certificate | None:
    """Return the certificate with this code; None for a code of ours that does not hold (any more).

    A ruling of the team can establish later that a week was not kept up.
    """
    if not _MADE_OF.fullmatch(code):
        # PostgreSQL refuses to look for what no text can hold.
        return None
    who = "week__invitee__campaign__council", "week__invitee__member"
    found = Certificate.objects.select_related(*who).filter(code=code).first()
    return found if found is not None and may_have(found.week, now) else None
