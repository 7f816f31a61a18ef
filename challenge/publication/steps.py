"""Takes a campaign from one stage to the next: whole or not at all, and written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from challenge.log import write_down
from challenge.models import Campaign
from challenge.publication.launching import publish_what_waits
from challenge.publication.methods import digest_of_method
from challenge.publication.situation import situation_of
from challenge.stages import STEPS, Words, obstacles
from challenge.vocabulary import Stage


class StepRefusedError(ValueError):
    """A step cannot be taken; it says what stands in the way."""

    def __init__(self, words: Sequence[Words]) -> None:
        """Keep what stands in the way."""
        self.obstacles = list(words)
        super().__init__(" ".join(str(one) for one in words))


@dataclass(frozen=True)
class Step:
    """A step that leads on from where a campaign stands.

    Attributes:
        to: the stage it leads to.
        obstacles: what stands in its way, in plain words.

    """

    to: Stage
    obstacles: list[Words]


def steps_from(campaign: Campaign, now: dt.datetime | None = None) -> list[Step]:
    """Return the steps that lead on from here, each with what stands in its way."""
    situation = situation_of(campaign, now or timezone.now())
    return [Step(Stage(to), obstacles(situation, to)) for to in STEPS[campaign.stage]]


@transaction.atomic
def take(campaign: Campaign, to: str, by: Any = None, now: dt.datetime | None = None) -> Campaign:
    """Return the campaign at its new stage.

    Args:
        campaign: as whoever asks it saw it; it is read again and locked.
        to: the stage to go to.
        by: the user who takes the step; None for the clock.
        now: the moment; this one by default.

    Raises:
        StepRefusedError: the step is not allowed from here, or something stands in its way.

    """
    moment = now or timezone.now()
    locked = Campaign.objects.select_for_update(of=("self",)).select_related("method", "council")
    campaign = locked.get(pk=campaign.pk)
    found = obstacles(situation_of(campaign, moment), to)
    if found:
        raise StepRefusedError(found)
    before, campaign.stage, campaign.stage_since = campaign.stage, to, moment
    if to == Stage.RUNNING and campaign.method is not None:
        campaign.method_digest = digest_of_method(campaign.method)
    campaign.save()
    write_down("stage", campaign, by=by, before=str(before), after=str(to))
    if to == Stage.LAUNCHED:
        publish_what_waits(campaign, by)
    return campaign
