"""Lets the demo's council decide on the demo's texts, as far as the plan says."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import Any

from django.utils import timezone

from wagtail.models import Page

import accounts.demo
from accounts.models import User
from magazine.demo.plan import Entry, Plan
from redactieraad.deciding import standing_of
from redactieraad.emails import quietly
from redactieraad.models import RedactieraadTaskState, Remark, Vote
from redactieraad.selectors import active_members
from redactieraad.voting import cast_vote

# How many of the council approve, by the state in the plan.
APPROVALS = {"waiting": 0, "question": 0, "sent-back": 0, "waiting-2": 2}


class Council:
    """The demo's council, deciding on the pages of one language."""

    def __init__(self, plan: Plan, language: str) -> None:
        """Find who may vote: the members who read this language, experts and others in turn."""
        self.plan = plan
        self.language = language
        self.editor = User.objects.get(email=f"redacteur@{accounts.demo.DOMAIN}")
        readers = [one for one in active_members() if one.can_read(language)]
        self.voters = _in_turn(
            [one.user for one in readers if one.is_expert],
            [one.user for one in readers if not one.is_expert],
        )

    def decide(self, pages: dict[str, Page]) -> None:
        """Submit the new pages and vote: makers, then stories, then the editions around them."""
        plan = self.plan
        with quietly():
            for entries in (plan.makers, plan.stories, plan.editions):
                for key, entry in entries.items():
                    if key in pages:
                        self._bring(pages[key], entry)

    def _bring(self, page: Any, entry: Entry) -> None:
        """Bring one page to the state that the plan gives it."""
        state = entry.state_in(self.language)
        if state == "draft":
            return
        if state == "scheduled":
            page.go_live_at = timezone.now() + dt.timedelta(days=7)
            page.save_revision(user=self.editor)
        task_state = page.get_workflow().start(page, self.editor).current_task_state.specific
        self._say(task_state, state, str(entry.values.get("remark", "")))
        approvals = APPROVALS.get(state, len(self.voters))
        for user in self.voters:
            if approvals == 0:
                return
            seen = standing_of(task_state).fingerprint
            cast_vote(user, task_state.pk, Vote.Choice.APPROVE, fingerprint=seen)
            approvals -= 1
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
