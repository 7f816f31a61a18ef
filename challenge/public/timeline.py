"""The time line of a campaign, from its record. Pure: dates in, moments out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from challenge.vocabulary import Stage

if TYPE_CHECKING:
    from challenge.models import Campaign


@dataclass(frozen=True)
class Moment:
    """One moment on the line, as the template of time lines draws it."""

    when: str
    title: str
    text: str
    is_done: bool


def moments_of(campaign: Campaign, today: dt.date) -> list[Moment]:
    """Return the moments of a campaign, in order; the launch is done when it was, not when due."""
    is_past = campaign.stage in {Stage.RUNNING, Stage.REPLYING, Stage.READY, Stage.LAUNCHED}
    moments = [
        Moment(_day(day), title, text, is_done=is_past and day <= today)
        for day, title, text in sorted(_steps(campaign), key=lambda step: step[0])
    ]
    launch = timezone.localtime(campaign.launch_at)
    when = date_format(launch, "DATETIME_FORMAT")
    shown = _("All answers become public, at the same moment for everybody.")
    return [*moments, Moment(when, _("The launch"), shown, is_done=campaign.is_launched)]


def _steps(campaign: Campaign) -> Iterator[tuple[dt.date, str, str]]:
    """Yield what happens on which day, before the launch."""
    yield campaign.invitation_on, _("Invitation"), _("Every council member gets the question.")
    if campaign.postcards_on:
        words = _("Experience experts hand over postcards.")
        yield campaign.postcards_on, _("Postcards"), words
    yield campaign.decision_on, _("Decision"), _("We ask for a yes or a no.")
    yield campaign.last_reminder_on, _("Last reminder"), ""
    until = timezone.localtime(campaign.answers_until).date()
    yield until, _("Last day to answer"), _("Until then a member can change the answer.")
    look = _("Until %(day)s they can ask for a correction and add a statement.")
    words = look % {"day": _day(campaign.reply_until)}
    yield campaign.reply_from, _("Members see what will be published about them"), words


def _day(day: dt.date) -> str:
    return date_format(day, "DATE_FORMAT")
