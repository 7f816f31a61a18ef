"""What waits for a member, and what was decided lately."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from wagtail.models import TaskState, WorkflowState

from redactieraad.desk.outcomes import Outcome, outcomes_of
from redactieraad.desk.texts import DeskText, texts_of
from redactieraad.models import Member, RedactieraadTaskState, Vote

# As much as somebody looks back at; it also keeps the page light on a phone.
DECIDED_SHOWN = 20


@dataclass(frozen=True)
class Waiting:
    """The open texts, the oldest first.

    Attributes:
        for_member: those on which this member can vote now.
        for_others: those on which they voted, or may not vote.

    """

    for_member: list[DeskText]
    for_others: list[DeskText]


@dataclass(frozen=True)
class Decided:
    """A text that does not wait any more.

    Attributes:
        text: the text.
        outcome: what became of it.
        vote: what this member said of it, if anything.

    """

    text: DeskText
    outcome: Outcome
    vote: Vote | None


def waiting(member: Member) -> Waiting:
    """Return the open texts of the redactieraad, as this member has to do with them."""
    states = RedactieraadTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__current_task_state=F("pk"),
    )
    mine, others = [], []
    for one in texts_of(states.order_by("started_at", "pk")):
        decides = one.vote_of(member) is None and one.refusal_for(member) is None
        (mine if decides else others).append(one)
    return Waiting(mine, others)


def decided(member: Member) -> list[Decided]:
    """Return the texts that were decided on, sent back or withdrawn last, newest first."""
    states = (
        RedactieraadTaskState.objects.exclude(status=TaskState.STATUS_IN_PROGRESS)
        .filter(workflow_state__current_task_state=F("pk"))
        .order_by("-finished_at", "-pk")
    )
    texts = texts_of(states[:DECIDED_SHOWN])
    outcomes = outcomes_of(texts)
    return [Decided(one, outcomes[one.state.pk], one.vote_of(member)) for one in texts]
