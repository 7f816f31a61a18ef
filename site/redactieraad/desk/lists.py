"""What waits for a member, what goes on from here, and what they decided lately."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q

from wagtail.models import TaskState, WorkflowState

from redactieraad.desk.outcomes import Outcome, outcomes_of
from redactieraad.desk.texts import DeskText, texts_of
from redactieraad.models import Member, RedactieraadTaskState, Vote
from redactieraad.publishing.pending import pending

# As much as somebody looks back at; it also keeps the page light on a phone.
DECIDED_SHOWN = 10


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


@dataclass(frozen=True)
class Closed:
    """The texts that do not wait for the redactieraad.

    Attributes:
        on_their_way: sent back to the writer, or approved and not public yet.
        decided: done with.

    """

    on_their_way: list[Decided]
    decided: list[Decided]


def waiting(member: Member) -> Waiting:
    """Return the open texts of the redactieraad, as this member has to do with them."""
    states = RedactieraadTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__current_task_state=F("pk"),
    )
    mine: list[DeskText] = []
    others: list[DeskText] = []
    for one in texts_of(states.order_by("started_at", "pk")):
        decides = one.vote_of(member) is None and one.refusal_for(member) is None
        (mine if decides else others).append(one)
    return Waiting(mine, others)


def closed(member: Member) -> Closed:
    """Return the texts that do not wait for the redactieraad, newest first.

    Those that go on are shown to all; of the others only those that this member voted on.
    """
    rounds = RedactieraadTaskState.objects.exclude(status=TaskState.STATUS_IN_PROGRESS).filter(
        workflow_state__current_task_state=F("pk")
    )
    rounds = rounds.order_by("-finished_at", "-pk")
    planned = {one.decision.task_state_id: one for one in pending()}
    go_on = Q(workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES) | Q(pk__in=planned)
    voted = Vote.objects.standing().filter(user=member.user_id).values("task_state")
    on_their_way = texts_of(rounds.filter(go_on))
    decided = texts_of(rounds.filter(pk__in=voted).exclude(go_on)[:DECIDED_SHOWN])
    outcomes = outcomes_of([*on_their_way, *decided], planned)
    shown = {
        one.state.pk: Decided(one, outcomes[one.state.pk], one.vote_of(member))
        for one in (*on_their_way, *decided)
    }
    return Closed(
        [shown[one.state.pk] for one in on_their_way], [shown[one.state.pk] for one in decided]
    )
