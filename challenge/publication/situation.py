"""Gathers where a campaign stands, for `challenge.stages` to judge."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from challenge.models import Campaign, Correction, Release, Snapshot
from challenge.publication.snapshots import is_current, newest
from challenge.stages import Situation
from challenge.vocabulary import LetterKind, Stage
from redactieraad.guard import decisions_on


def situation_of(campaign: Campaign, now: dt.datetime) -> Situation:
    """Return all of a campaign that its next step can depend on."""
    method = campaign.method
    snapshot = newest(campaign)
    # At other stages no step asks it, and comparing reads all records.
    is_asked = campaign.stage == Stage.REPLYING
    is_new = snapshot is not None and is_asked and is_current(campaign, snapshot, now)
    return Situation(
        stage=campaign.stage,
        stage_since=campaign.stage_since,
        now=now,
        today=timezone.localtime(now).date(),
        invitation_on=campaign.invitation_on,
        answers_until=campaign.answers_until,
        reply_from=campaign.reply_from,
        reply_until=campaign.reply_until,
        launch_at=campaign.launch_at,
        has_method=method is not None,
        method_is_approved=method is not None and method.live,
        has_public_page=campaign.pages.filter(live=True).exists(),
        letters_missing=letters_missing(campaign),
        invited=campaign.invitees.inside().count(),
        open_corrections=open_corrections(campaign),
        has_snapshot=snapshot is not None,
        snapshot_is_current=is_new,
        release_is_approved=snapshot is not None and release_is_approved(campaign, snapshot),
    )


def letters_missing(campaign: Campaign) -> int:
    """Return how many kinds of letters have no subject or no words yet."""
    written = campaign.letters.exclude(subject="").exclude(words="").values_list("kind", flat=True)
    return len(set(LetterKind.values) - set(written))


def open_corrections(campaign: Campaign) -> int:
    """Return how many corrections wait for an answer."""
    asked = Correction.objects.filter(invitee__campaign=campaign)
    return asked.filter(standing=Correction.Standing.OPEN).count()


def release_is_approved(campaign: Campaign, snapshot: Snapshot) -> bool:
    """Return whether what the redactieraad approved last is to publish this snapshot."""
    release = Release.objects.filter(campaign=campaign).first()
    decision = next(iter(decisions_on(release)), None) if release else None
    if decision is None or decision.revision is None:
        return False
    approved: Release = decision.revision.as_object()
    return approved.snapshot_id == snapshot.pk
