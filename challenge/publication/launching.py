"""The launch: in one transaction the stage changes and all that was approved for it appears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from challenge.models import Campaign, CampaignPage, Release, ReportPage
from redactieraad.publishing.appearing import may_be_published, publish_approved


def publish_what_waits(campaign: Campaign, by: Any = None) -> None:
    """Publish the release and the reports that were approved; called as the stage changes."""
    for text in _withheld(campaign):
        if may_be_published(text):
            publish_approved(text, user=by)


def _withheld(campaign: Campaign) -> Iterator[Release | ReportPage]:
    """Yield what the embargo held back."""
    yield from Release.objects.filter(campaign=campaign, live=False)
    for page in CampaignPage.objects.filter(campaign=campaign):
        yield from ReportPage.objects.child_of(page).filter(live=False)
