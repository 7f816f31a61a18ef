"""Lets the demo's council decide on the magazine's demo, as far as the plan says."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from wagtail.models import Page

from magazine.demo.plan import Entry, Plan
from redactieraad.demo_votes import Voters
from redactieraad.letters.sending import quietly


class Council:
    """The demo's council, deciding on the pages of one language."""

    def __init__(self, plan: Plan, language: str) -> None:
        """Find who may vote: the members who read this language."""
        self.plan = plan
        self.language = language
        self.voters = Voters(language)

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
            page.save_revision(user=self.voters.editor)
        self.voters.bring(page, state, str(entry.values.get("remark", "")))
