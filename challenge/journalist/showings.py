"""Which reports quote what somebody wrote, for the page cache: who withdraws it is gone at once."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from challenge.models import (
    Answer,
    CampaignPage,
    Entry,
    Release,
    ReportPage,
    Statement,
    Week,
)
from challenge.vocabulary import Stage
from core.pagecache.registry import register_showing


def register() -> None:
    """Say which reports show figures and words."""
    register_showing(Entry, lambda entry: reports_on(entry.week.invitee.campaign_id))
    register_showing(Release, lambda release: reports_on(release.campaign_id))
    for model in (Answer, Statement, Week):
        register_showing(model, lambda said: reports_on(said.invitee.campaign_id))


def reports_on(campaign: int) -> QuerySet[Any]:
    """Return the reports on a campaign, in all languages; none before the launch is live."""
    above = CampaignPage.objects.filter(campaign=campaign, campaign__stage=Stage.LAUNCHED)
    found = ReportPage.objects.none()
    for page in above:
        found = found | ReportPage.objects.child_of(page)
    return found
