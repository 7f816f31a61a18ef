"""Brings the demo's places before its council: nothing here publishes by itself."""

from __future__ import annotations

from redactieraad.demo_votes import Voters
from redactieraad.letters.sending import quietly
from warmtebronnen.demo.around import user_of
from warmtebronnen.demo.plan import Entry, Plan
from warmtebronnen.models import WarmtebronPage

PROPOSAL = {"by", "state", "remark", "changes"}


def decide(
    plan: Plan, pages: dict[str, WarmtebronPage], voters: Voters, language: str, *, is_source: bool
) -> None:
    """Submit the new pages of one language and let the council vote, as far as the plan says."""
    with quietly():
        for key, page in pages.items():
            entry = plan[key]
            state = entry.state_in(language)
            if state != "draft":
                voters.bring(page, state, str(entry.values.get("remark", "")))
            if is_source and "proposal" in entry.values:
                _propose(page, entry, voters)


def _propose(page: WarmtebronPage, entry: Entry, voters: Voters) -> None:
    """Let a partner change a public place, which the council has not decided on yet."""
    values = entry.values["proposal"]
    place = entry.place.at("proposal")
    for name in values.keys() ^ PROPOSAL:
        place.at(name).refuse("should be there" if name in PROPOSAL else "unknown field")
    page = WarmtebronPage.objects.get(pk=page.pk)
    for name, value in values["changes"].items():
        if not hasattr(page, name):
            place.at("changes").at(name).refuse("a place has no such field")
        setattr(page, name, value)
    partner = user_of(entry, values["by"], "proposal")
    page.save_revision(user=partner)
    voters.bring(page, values["state"], values["remark"], by=partner)
