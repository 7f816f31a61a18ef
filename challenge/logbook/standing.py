"""How a logbook week stands, and what can be done with it then."""

from __future__ import annotations

import datetime as dt
import enum

from challenge.models import Campaign, Week
from challenge.models.campaigns import WEEK_DAYS
from challenge.vocabulary import Choice, Stage

# Whoever's week ended late can still write its last day while members look at their records.
OPEN_STAGES = frozenset({Stage.RUNNING, Stage.REPLYING})


class Standing(enum.Enum):
    """How a week stands."""

    AHEAD = "ahead"
    RUNNING = "running"
    # Its seven days are over, and it is neither closed nor stopped.
    OVER = "over"
    STOPPED = "stopped"
    CLOSED = "closed"
    # The campaign is past the time of weeks, or was called off.
    SHUT = "shut"

    @property
    def may_write(self) -> bool:
        """Return whether entries can be made, changed and removed."""
        return self in {Standing.RUNNING, Standing.OVER}

    @property
    def may_stop(self) -> bool:
        """Return whether the week can be stopped: at any moment until it is closed."""
        return self in {Standing.AHEAD, Standing.RUNNING, Standing.OVER}


def standing_of(week: Week, today: dt.date) -> Standing:
    """Return how a week stands on a day."""
    decided = _decided(week)
    if decided:
        return decided
    if today < week.starts_on:
        return Standing.AHEAD
    return Standing.RUNNING if today <= week.ends_on else Standing.OVER


def _decided(week: Week) -> Standing | None:
    """Return how it stands where no day changes that any more."""
    if week.stopped_at:
        return Standing.STOPPED
    if week.closed_at:
        return Standing.CLOSED
    return None if week.invitee.campaign.stage in OPEN_STAGES else Standing.SHUT


def first_days(campaign: Campaign, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """Return the earliest and the latest first day that a week can have; None where none is left.

    Days are those of the calendar, so that a change of the clock takes none and adds none.
    """
    latest = campaign.weeks_until - dt.timedelta(days=WEEK_DAYS - 1)
    is_time = campaign.stage == Stage.RUNNING and today <= latest
    return (today, latest) if is_time else None


def begun_days(week: Week, today: dt.date) -> list[dt.date]:
    """Return the days of a week that are there, or were."""
    return [day for day in week.days if day <= today]


def took_it_on(answer: str | None) -> bool:
    """Return whether somebody with this newest answer chooses a week."""
    return answer == Choice.ACCEPT
