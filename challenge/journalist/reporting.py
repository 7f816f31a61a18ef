"""What a report shows of the data: live, and only to who may see it at this moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from wagtail.blocks import StreamValue

from challenge.embargo import launched_with, public_entries
from challenge.journalist.access import may_read
from challenge.journalist.figures import Figures, figures_of
from challenge.journalist.results import current_index
from challenge.journalist.voices import Voice, named
from challenge.models import Campaign, CampaignPage, Release, ReportPage
from challenge.publication.reading import read
from challenge.vocabulary import Spending
from core.enumerating import listed
from redactieraad.selectors import active_members

VOICE = "voice"
CENTS = Decimal(100)


class Report:
    """A report with its data, asked for once however many blocks show something of it."""

    def __init__(self, page: ReportPage) -> None:
        """Take the report: live, or a draft."""
        self.page = page

    @cached_property
    def release(self) -> Release | None:
        """Return what was released, with its campaign; nothing before the launch."""
        return launched_with(CampaignPage.objects.parent_of(self.page))

    @cached_property
    def campaign(self) -> Campaign:
        """Return the campaign that it is about."""
        if self.release:
            return self.release.campaign
        pages = CampaignPage.objects.parent_of(self.page).select_related("campaign")
        return pages.get().campaign

    @cached_property
    def figures(self) -> Figures | None:
        """Return the figures; nothing before there is a snapshot of the index."""
        index = (
            read(self.release.snapshot.content) if self.release else current_index(self.campaign)
        )
        return figures_of(index, spent_in_public(self.campaign)) if index else None

    @property
    def quoted(self) -> list[str]:
        """Return the names of the voices that it quotes, in order."""
        return list(quoted_in(self.page.body))

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Return them by name, as far as they may be quoted in a report on this campaign."""
        found = named(self.quoted)
        return {name: one for name, one in found.items() if one.campaign == self.campaign.pk}

    def strangers(self) -> str:
        """Return the speakers that are quoted but answered another campaign."""
        if not self.page.path:
            # It is being made: the task of the redactieraad asks again.
            return ""
        found = named(self.quoted).values()
        return listed(one.speaker for one in found if one.campaign != self.campaign.pk)

    def shows_figures_to(self, user: Any) -> bool:
        """Return whether this person may see the figures now."""
        return self.campaign.is_launched or may_read(user)

    def shows_quotes_to(self, user: Any) -> bool:
        """Return whether this person may read the quotes now.

        The redactieraad reads them before the launch: it decides on somebody's words.
        """
        return self.shows_figures_to(user) or bool(
            user and active_members().filter(user=user.pk).exists()
        )


def quoted_in(body: StreamValue) -> Iterator[str]:
    """Yield the names of the voices in a text, without drawing it."""
    for entry in body.raw_data:
        if entry["type"] == VOICE:
            yield str(entry["value"].get("source") or "")


def report_of(page: CampaignPage) -> Report | None:
    """Return the report on a campaign: as readers see it, or as it was last written."""
    found = ReportPage.objects.child_of(page).first() if page.pk else None
    if found is None:
        return None
    return Report(found if found.live else found.get_latest_revision_as_object())


def spent_in_public(campaign: Campaign) -> dict[str, Decimal]:
    """Return the euros by kind of spending, of what everybody may read in the logbooks.

    What was shared with the journalist only is left out: with few logbooks, a sum tells it.
    """
    entries = public_entries(campaign).exclude(spending="")
    spent: Counter[str] = Counter()
    for kind, cents in entries.values_list("spending", "cents"):
        spent[kind] += cents
    return {kind: Decimal(spent[kind]) / CENTS for kind in Spending.values if spent[kind]}
