"""A text at the redactieraad, with all that the desk says about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from wagtail.models import Revision, TaskState, WorkflowState

from languages.registry import LANGUAGES_BIDI
from redactieraad.deciding.council import ballots
from redactieraad.deciding.shelf import Shelf, key_of
from redactieraad.deciding.voting import refusal
from redactieraad.desk.reading_time import minutes_to_read
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Member, RedactieraadTask, RedactieraadTaskState, Vote
from redactieraad.quorum import Ballot, Quorum, Tally, can_be_reached, count
from redactieraad.selectors import active_members, language_of


@dataclass
class DeskText:
    """A text at the redactieraad.

    Attributes:
        state: its task.
        text: the page or snippet, without its longer fields.
        revision: what it says now.
        language: its language tag.
        quorum: what it needs.
        writer_ids: who wrote or edited it.
        members: the council.
        votes: the votes that no edit has voided.
        shown_writers: the writers as readers see them; empty where they see none.

    """

    state: RedactieraadTaskState
    text: Any
    revision: Revision
    language: str
    quorum: Quorum
    writer_ids: set[int]
    members: list[Member]
    votes: list[Vote]
    shown_writers: str = ""

    @property
    def title(self) -> str:
        """Return the title as it is now."""
        return str(self.revision.object_str)

    @property
    def kind(self) -> str:
        """Return what sort of text it is."""
        return type(self.text).kind_of_text(self.revision.content)

    @property
    def writers(self) -> str:
        """Return who wrote it, as readers see it; else who submitted it."""
        return self.shown_writers or str(self.state.workflow_state.requested_by or "")

    @property
    def direction(self) -> str:
        """Return which way its language is written."""
        return "rtl" if self.language in LANGUAGES_BIDI else "ltr"

    @property
    def public_url(self) -> str:
        """Return where readers find it; empty for a record, which has no page of its own."""
        return getattr(self.text, "url", "") or ""

    @cached_property
    def minutes(self) -> int:
        """How many minutes it takes to read: what readers are told, or else counted here."""
        model, content = type(self.text), self.revision.content
        return model.minutes_shown(content) or minutes_to_read(model, content)

    @cached_property
    def fingerprint(self) -> str:
        """Which text it is now."""
        return fingerprint_of_revision(self.revision)

    @cached_property
    def tally(self) -> Tally:
        """How far it is, by the rule of `counting.standing_of`."""
        readers = {one.user_id: one for one in self.members if one.can_read(self.language)}
        approvals = [
            Ballot(vote.user_id, readers[vote.user_id].is_expert)
            for vote in self.votes
            if vote.user_id in readers
            and vote.choice == Vote.Choice.APPROVE
            and vote.fingerprint == self.fingerprint
        ]
        return count(self.quorum, approvals, self.writer_ids)

    @cached_property
    def is_within_reach(self) -> bool:
        """Whether enough members may decide on it at all."""
        could_vote = ballots(self.members, self.language)
        return can_be_reached(self.quorum, could_vote, self.writer_ids)

    @property
    def is_open(self) -> bool:
        """Return whether it waits for votes."""
        workflow_state = self.state.workflow_state
        return (
            self.state.status == TaskState.STATUS_IN_PROGRESS
            and workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
            and workflow_state.current_task_state_id == self.state.pk
        )

    def vote_of(self, member: Member) -> Vote | None:
        """Return this member's vote, if no edit has voided it."""
        return next((vote for vote in self.votes if vote.user_id == member.user_id), None)

    def refusal_for(self, member: Member) -> tuple[str, str | Promise] | None:
        """Return why this member may not vote on it; None if they may."""
        return refusal(member, self.writer_ids, self.language)


def texts_of(states: QuerySet[RedactieraadTaskState]) -> list[DeskText]:
    """Return the texts of these tasks, in their order; not those that were deleted."""
    tasks = list(
        states.select_related("workflow_state__requested_by", "workflow_state__base_content_type")
    )
    shelf = Shelf(tasks)
    members = list(active_members())
    quorums = RedactieraadTask.objects.in_bulk({state.task_id for state in tasks})
    votes: dict[int, list[Vote]] = defaultdict(list)
    for vote in Vote.objects.standing().filter(task_state__in=[state.pk for state in tasks]):
        votes[vote.task_state_id].append(vote)
    texts = [
        DeskText(
            state=state,
            text=shelf.objects[key],
            revision=shelf.revisions[key],
            language=language_of(shelf.objects[key]),
            quorum=Quorum.of_a_translation()
            if key in shelf.follows
            else quorums[state.task_id].quorum,
            writer_ids=shelf.writers[key],
            members=members,
            votes=votes[state.pk],
        )
        for state in tasks
        if (key := key_of(state)) in shelf.revisions
    ]
    _add_shown_writers(texts)
    return texts


def text_of_task(pk: int) -> DeskText | None:
    """Return the text of one task, open or not; None if it is gone."""
    return next(iter(texts_of(RedactieraadTaskState.objects.filter(pk=pk))), None)


def _add_shown_writers(texts: list[DeskText]) -> None:
    by_model: dict[Any, list[DeskText]] = defaultdict(list)
    for one in texts:
        by_model[type(one.text)].append(one)
    for model, some in by_model.items():
        names = model.writers_as_shown([one.revision.content for one in some])
        for one, shown in zip(some, names, strict=True):
            one.shown_writers = shown
