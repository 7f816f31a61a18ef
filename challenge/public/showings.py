"""Which pages show a campaign, for the page cache. What is public of it changes at the launch.

What members say and write is saved often, and nothing of it is public before the launch: those
saves ask for the pages that show it by one query, which finds none until then.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from wagtail.models import Page

from challenge.embargo import reports_below
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
    Statement,
    Week,
)
from challenge.vocabulary import Stage
from core.pagecache.registry import register_showing


def register() -> None:
    """Say which pages show what.

    A ruling shows with the snapshot of the release that holds it. So does a statement on a
    campaign's pages, but a report quotes it as it is now.
    """
    register_showing(Campaign, lambda campaign: _with_front(Q(campaign=campaign.pk)))
    register_showing(Council, lambda council: _with_front(Q(campaign__council=council.pk)))
    register_showing(CampaignPage, lambda page: _with_front(Q(pk=page.pk)))
    register_showing(Method, lambda method: _pages(Q(campaign__method=method.pk)))
    register_showing(Entry, lambda entry: results_of(invitees__week=entry.week_id))
    for of_campaign in (Release, Guest):
        register_showing(of_campaign, lambda record: results_of(pk=record.campaign_id))
    for of_invitee in (Answer, Week, Statement):
        register_showing(of_invitee, lambda said: results_of(invitees=said.invitee_id))


def results_of(**which: Any) -> QuerySet[Page]:
    """Return the pages and the reports that show results of a campaign; none before its launch.

    Args:
        **which: which campaign, as a filter.

    """
    launched = Campaign.objects.filter(stage=Stage.LAUNCHED, **which)
    pages = CampaignPage.objects.filter(campaign__in=launched)
    reports = reports_below(pages)
    return Page.objects.filter(Q(pk__in=pages.values("pk")) | Q(pk__in=reports.values("pk")))


def _pages(which: Q) -> Any:
    return CampaignPage.objects.live().filter(which)


def _with_front(which: Q) -> Any:
    """Return these pages, and the page on which all campaigns stand."""
    fronts = ChallengeIndexPage.objects.live()
    return Page.objects.filter(Q(pk__in=_pages(which).values("pk")) | Q(pk__in=fronts.values("pk")))
