"""Which pages show a campaign, for the page cache. What is public of it changes at the launch."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from wagtail.models import Page

from challenge.models import (
    Answer,
    Campaign,
    CampaignPage,
    ChallengeIndexPage,
    Council,
    Entry,
    Guest,
    Method,
    Release,
    Week,
)
from core.pagecache.registry import Shown, register_showing


def register() -> None:
    """Say which pages show what.

    A statement and a ruling show with the snapshot of the release that holds them.
    """
    register_showing(Campaign, lambda campaign: _with_front(Q(campaign=campaign.pk)))
    register_showing(Council, lambda council: _with_front(Q(campaign__council=council.pk)))
    register_showing(CampaignPage, lambda page: _with_front(Q(pk=page.pk)))
    register_showing(Method, lambda method: _pages(Q(campaign__method=method.pk)))
    register_showing(Entry, lambda entry: _of(entry.week.invitee.campaign_id))
    for of_campaign in (Release, Guest):
        register_showing(of_campaign, lambda record: _of(record.campaign_id))
    for of_invitee in (Answer, Week):
        register_showing(of_invitee, lambda said: _of(said.invitee.campaign_id))


def _of(campaign: int) -> Shown:
    return _pages(Q(campaign=campaign))


def _pages(which: Q) -> Any:
    return CampaignPage.objects.live().filter(which)


def _with_front(which: Q) -> Any:
    """Return these pages, and the page on which all campaigns stand."""
    fronts = ChallengeIndexPage.objects.live()
    return Page.objects.filter(Q(pk__in=_pages(which).values("pk")) | Q(pk__in=fronts.values("pk")))
