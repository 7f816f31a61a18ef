"""What is next for a member at a moment. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from challenge.logbook.standing import Standing
from challenge.vocabulary import Choice, Stage


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
class Situation:
    """How a member stands.

    Attributes:
        stage: of the campaign.
        takes_answers: whether an answer can be given.
        is_week_left: whether a week can still be chosen.
        is_received: whether receipt was confirmed.
        choice: the answer that counts, if there is one.
        week: how the week stands, if one was chosen.

    """

    stage: str
    takes_answers: bool
    is_week_left: bool
    is_received: bool = False
    choice: str = ""
    week: Standing | None = None


BY_STAGE = {
    Stage.PREPARING.value: Next.WAIT,
    Stage.REPLYING.value: Next.RECORD,
    Stage.READY.value: Next.READY,
    Stage.LAUNCHED.value: Next.RESULTS,
    Stage.CANCELLED.value: Next.CANCELLED,
}
BY_WEEK = {
    Standing.AHEAD: Next.WEEK_AHEAD,
    Standing.RUNNING: Next.WEEK_NOW,
    Standing.OVER: Next.WEEK_OVER,
    Standing.STOPPED: Next.WEEK_STOPPED,
    Standing.CLOSED: Next.WEEK_CLOSED,
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
        return Next.CHOOSE_WEEK if situation.is_week_left else Next.NO_WEEK_LEFT
    return BY_WEEK[situation.week]


def _before_an_answer(situation: Situation) -> Next:
    if not situation.takes_answers:
        return Next.TOO_LATE
    return Next.ANSWER if situation.is_received else Next.RECEIPT
