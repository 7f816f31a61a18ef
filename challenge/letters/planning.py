"""Plans the letters that are due, by the clock: written down first, then queued, once each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from challenge.letters.reading import dates_of, invitees, standing_of
from challenge.letters.sending import send_letter
from challenge.letters.timetable import FRESH, due, is_daytime
from challenge.log import write_down
from challenge.models import Campaign, CampaignLetter, Invitee, Letter
from challenge.one_by_one import one_by_one
from challenge.vocabulary import AddressStanding, LetterKind, Stage

# The queue needs no longer for a letter; what is older was left behind by a server that was away.
PATIENCE = timedelta(minutes=10)
WRITES = (Stage.RUNNING, Stage.REPLYING, Stage.READY, Stage.LAUNCHED)


def plan_all(now: datetime | None = None) -> None:
    """Plan every letter that is due, and queue again those that could not be sent."""
    now = now or timezone.now()
    if not is_daytime(now, timezone.get_default_timezone()):
        return
    over = Q(stage=Stage.LAUNCHED, stage_since__lt=now - 2 * FRESH)
    writing = Campaign.objects.filter(stage__in=WRITES).exclude(over)
    try:
        one_by_one(writing, lambda campaign: _plan_for(campaign, now))
    finally:
        # The letters that wait are not to suffer from what could not be planned.
        queue_again(now)


def plan_link(invitee: Invitee, by: Any) -> Letter:
    """Send a member their personal link once more, because somebody of the team asks for it."""
    with transaction.atomic():
        now = timezone.now()
        letter = Letter.objects.create(invitee=invitee, kind=LetterKind.LINK, planned_at=now)
        write_down("letter-planned", invitee.campaign, invitee, by=by, letter=letter.kind)
        send_letter.enqueue(letter.pk)
    return letter


def queue_again(now: datetime) -> None:
    """Queue the letters that wait: no server took them, or their address was mended."""
    waiting = Letter.objects.filter(
        begun_at=None, sent_at=None, needless_at=None, planned_at__lt=now - PATIENCE
    )
    reachable = waiting.exclude(invitee__address=AddressStanding.BOUNCED)
    numbers = reachable.exclude(invitee__member__email_mark="").values_list("pk", flat=True)
    for number in numbers:
        send_letter.enqueue(number)


def _plan_for(campaign: Campaign, now: datetime) -> None:
    """Plan the letters of one campaign."""
    dates = dates_of(campaign)
    for invitee in invitees().filter(campaign=campaign):
        if due(dates, standing_of(invitee), now):
            _plan(invitee.pk, now)


@transaction.atomic
def _plan(invitee_id: int, now: datetime) -> None:
    """Write down a letter and have it sent: both, or neither."""
    # Of two workers at the same moment, the second sees what the first wrote.
    Invitee.objects.select_for_update().filter(pk=invitee_id).first()
    invitee = invitees().get(pk=invitee_id)
    kind = due(dates_of(invitee.campaign), standing_of(invitee), now)
    words = CampaignLetter.objects.filter(campaign=invitee.campaign_id, kind=kind)
    if kind is None or not words.exists():
        return
    letter = Letter.objects.create(invitee=invitee, kind=kind, planned_at=now)
    write_down("letter-planned", invitee.campaign, invitee, letter=kind)
    send_letter.enqueue(letter.pk)
