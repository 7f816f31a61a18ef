"""Counts the votes on a text, and carries out what they decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from redactieraad.deciding.writers import writers_of
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Decision, Entry, RedactieraadTaskState, Vote
from redactieraad.quorum import Ballot, Quorum, Tally, count
from redactieraad.register.entries import last_entry
from redactieraad.selectors import active_members, entry_followed_by, language_of, specific


@dataclass(frozen=True)
class Standing:
    """How a text stands at the redactieraad.

    Attributes:
        tally: the approvals of the text as it is now.
        fingerprint: which text that is.
        language: its language tag.
        follows: the publication that it translates, if a translation's vote is enough.

    """

    tally: Tally
    fingerprint: str
    language: str
    follows: Entry | None


def standing_of(task_state: RedactieraadTaskState, writers: set[int] | None = None) -> Standing:
    """Return how the text of this task stands now.

    Votes of members who left, of writers, on earlier texts and by members who do not read
    the language do not count.

    Args:
        task_state: the text at the redactieraad.
        writers: who wrote it, where that is known already.

    """
    text = text_of(task_state)
    writers = writers_of(text) if writers is None else writers
    language = language_of(text)
    follows = entry_followed_by(text)
    now = fingerprint_of_revision(text.latest_revision)
    members = {one.user_id: one for one in active_members() if one.can_read(language)}
    votes = Vote.objects.standing().filter(
        task_state=task_state, choice=Vote.Choice.APPROVE, fingerprint=now
    )
    ballots = [
        Ballot(vote.user_id, members[vote.user_id].is_expert)
        for vote in votes
        if vote.user_id in members
    ]
    tally = count(_quorum(task_state, follows), ballots, writers)
    return Standing(tally, now, language, follows)


def is_decided(task_state: RedactieraadTaskState) -> bool:
    """Return whether the votes of this task have approved its text."""
    return Decision.objects.in_force().filter(task_state=task_state).exists()


def text_of(task_state: RedactieraadTaskState) -> Any:
    """Return the page or snippet that a task is about, as the database has it."""
    found = task_state.workflow_state.content_object
    return specific(found)


def _quorum(task_state: RedactieraadTaskState, follows: Entry | None) -> Quorum:
    return Quorum.of_a_translation() if follows else task_state.quorum


def decide(task_state: RedactieraadTaskState, standing: Standing) -> Decision:
    """Write down that this text may appear.

    Earlier decisions on it end, but not the one by which it is public now: that one ends
    when the new text appears, which may be later.
    """
    text = text_of(task_state)
    base = text.get_base_content_type()
    earlier = Decision.objects.of(base, text.pk).in_force()
    public = last_entry(text) if text.live else None
    if public is not None:
        earlier = earlier.exclude(fingerprint=public.fingerprint)
    earlier.update(ended_at=timezone.now())
    return Decision.objects.create(
        content_type=base,
        object_id=str(text.pk),
        revision=text.latest_revision,
        task_state=task_state,
        fingerprint=standing.fingerprint,
        language=standing.language,
        approvals=standing.tally.approvals,
        experts=standing.tally.experts,
        follows=standing.follows,
    )
