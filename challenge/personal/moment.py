"""What is next for a member at a moment. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta

from challenge.vocabulary import Choice, Stage

WEEK = timedelta(days=7)
LAST_DAY = timedelta(days=6)


class Next(enum.Enum):
    """What a member can do now, or waits for."""

    WAIT = "wait"
    RECEIPT = "receipt"
    ANSWER = "answer"
    # The deadline passed, and there is no answer.
    TOO_LATE = "too-late"
    # Another answer than taking it on was given.
    ANSWERED = "answered"
    CHOOSE_WEEK = "choose-week"
    # Taken on, and no whole week is left.
    NO_WEEK_LEFT = "no-week-left"
    WEEK_AHEAD = "week-ahead"
    WEEK_NOW = "week-now"
    WEEK_OVER = "week-over"
    WEEK_STOPPED = "week-stopped"
    WEEK_CLOSED = "week-closed"
    RECORD = "record"
    READY = "ready"
    RESULTS = "results"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Chosen:
    """A week that a member chose."""

    first_day: date
    is_stopped: bool
    is_closed: bool


@dataclass(frozen=True)
class Situation:
    """How a member stands.

    Attributes:
        stage: of the campaign.
        today: the day.
        takes_answers: whether an answer can be given.
        weeks_until: the last day that a week may have.
        is_received: whether receipt was confirmed.
        choice: the answer that counts, if there is one.
        week: the week, if one was chosen.

    """

    stage: str
    today: date
    takes_answers: bool
    weeks_until: date
    is_received: bool = False
    choice: str = ""
    week: Chosen | None = None


BY_STAGE = {
    Stage.PREPARING.value: Next.WAIT,
    Stage.REPLYING.value: Next.RECORD,
    Stage.READY.value: Next.READY,
    Stage.LAUNCHED.value: Next.RESULTS,
    Stage.CANCELLED.value: Next.CANCELLED,
}


def next_for(situation: Situation) -> Next:
    """Return what is next."""
    if situation.stage in BY_STAGE:
        return BY_STAGE[situation.stage]
    if not situation.choice:
        return _before_an_answer(situation)
    if situation.choice != Choice.ACCEPT:
        return Next.ANSWERED
    if situation.week is None:
        is_room = situation.today + LAST_DAY <= situation.weeks_until
        return Next.CHOOSE_WEEK if is_room else Next.NO_WEEK_LEFT
    return _in_a_week(situation.week, situation.today)


def _before_an_answer(situation: Situation) -> Next:
    if not situation.takes_answers:
        return Next.TOO_LATE
    return Next.ANSWER if situation.is_received else Next.RECEIPT


def _in_a_week(week: Chosen, today: date) -> Next:
    if week.is_stopped:
        return Next.WEEK_STOPPED
    if week.is_closed:
        return Next.WEEK_CLOSED
    if today < week.first_day:
        return Next.WEEK_AHEAD
    return Next.WEEK_NOW if today < week.first_day + WEEK else Next.WEEK_OVER
