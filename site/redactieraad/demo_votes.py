"""Lets the demo's council decide on the demo's texts: submitted and voted on as any text is."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import accounts.demo
from accounts.models import User
from redactieraad.deciding.counting import standing_of
from redactieraad.deciding.voting import cast_vote
from redactieraad.models import RedactieraadTaskState, Remark, Vote
from redactieraad.selectors import active_members

# How many of the council approve, by the state that a text is to be in.
APPROVALS = {"waiting": 0, "question": 0, "sent-back": 0, "waiting-2": 2}


class Voters:
    """The members of the demo's council who read one language: experts and others in turn."""

    def __init__(self, language: str) -> None:
        """Find who submits, and who may vote."""
        self.editor = User.objects.get(email=f"redacteur@{accounts.demo.DOMAIN}")
        readers = [one for one in active_members() if one.can_read(language)]
        self.voters = _in_turn(
            [one.user for one in readers if one.is_expert],
            [one.user for one in readers if not one.is_expert],
        )

    def bring(self, text: Any, state: str, remark: str = "", by: User | None = None) -> None:
        """Submit a text, and let the council vote until it is in the state that is wanted.

        Args:
            text: a draft.
            state: how far it comes.
            remark: what a member asks, or why it is sent back.
            by: who submits it, if not the demo's editor.

        """
        submitter = by or self.editor
        task_state = text.get_workflow().start(text, submitter).current_task_state.specific
        self._say(task_state, state, remark)
        approvals = APPROVALS.get(state, len(self.voters))
        for user in self.voters[:approvals]:
            seen = standing_of(task_state).fingerprint
            cast_vote(user, task_state.pk, Vote.Choice.APPROVE, fingerprint=seen)
            task_state.refresh_from_db()
            if task_state.status != task_state.STATUS_IN_PROGRESS:
                return

    def _say(self, task_state: RedactieraadTaskState, state: str, remark: str) -> None:
        """Ask a question, or send the text back with a remark."""
        user = self.voters[-1]
        if state == "question":
            Remark.objects.create(
                task_state=task_state, user=user, kind=Remark.Kind.QUESTION, text=remark
            )
        elif state == "sent-back":
            seen = standing_of(task_state).fingerprint
            cast_vote(user, task_state.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark=remark)


def _in_turn(experts: list[User], others: list[User]) -> list[User]:
    """Return an expert, another member, an expert, and so on, until both have run out."""
    pairs = zip_longest(experts, others)
    return [user for pair in pairs for user in pair if user is not None]
