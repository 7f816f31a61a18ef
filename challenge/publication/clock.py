"""What the clock does by itself: launch a campaign at its moment."""

from __future__ import annotations

import logging

from django.utils import timezone

from challenge.models import Campaign
from challenge.one_by_one import one_by_one
from challenge.publication.steps import StepRefusedError, take
from challenge.vocabulary import Stage

logger = logging.getLogger(__name__)


def launch_what_is_due() -> None:
    """Launch every campaign that is ready and whose moment has come."""
    due = Campaign.objects.filter(stage=Stage.READY, launch_at__lte=timezone.now())
    one_by_one(due, _launch)


def _launch(campaign: Campaign) -> None:
    try:
        take(campaign, Stage.LAUNCHED)
    except StepRefusedError as error:
        # What stands in the way names nobody.
        logger.warning("Campaign %s is not launched: %s", campaign.slug, error)
