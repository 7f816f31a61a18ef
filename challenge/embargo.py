"""The embargo: until the launch nothing of the results is public, from it on all of it is.

One question, asked by every view, file and list that shows something of a result. What is
shown is what the redactieraad approved: the release, and the snapshot that it names.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Left, Length
from django.http import Http404

from wagtail.models import Page, PageQuerySet

from challenge.models import Campaign, CampaignPage, Entry, Release, ReportPage
from challenge.vocabulary import Audience, Stage
from redactieraad.models import Member

# Who works on the results before the launch: the team, the journalist, and whoever runs the site.
MAY_KNOW = ("challenge.run_campaign", "challenge.read_responses")
_KNOWS = "_knows_what_is_withheld"


def launched_release(campaign: Campaign) -> Release | None:
    """Return what is public of a campaign's results; None before the launch."""
    if not campaign.is_launched:
        return None
    return _live_releases().filter(campaign=campaign).first()


def launched_with(pages: QuerySet[CampaignPage]) -> Release | None:
    """Return what is public of the campaign with these pages, in one query with the campaign."""
    launched = Campaign.objects.filter(pages__in=pages, stage=Stage.LAUNCHED)
    return _live_releases().filter(campaign__in=launched).select_related("campaign").first()


def public_entries(campaign: Any) -> QuerySet[Entry]:
    """Return what everybody may read of a campaign's logbooks, from the launch on.

    Args:
        campaign: a campaign, or a reference to one.

    """
    return Entry.objects.filter(
        week__invitee__campaign=campaign, audience=Audience.PUBLIC, removed_at=None
    )


def release_or_404(campaign: Campaign) -> Release:
    """Return what is public of a campaign's results.

    Raises:
        Http404: nothing is, as if there were no such page.

    """
    release = launched_release(campaign)
    if release is None:
        message = "Nothing of this campaign's results is public."
        raise Http404(message)
    release.campaign = campaign
    return release


def may_know(user: Any) -> bool:
    """Return whether this person may see results in the admin before the launch.

    Asked many times with each page of the admin, so it is kept with the user of the request.
    """
    if not user.is_active or user.is_anonymous:
        return False
    known: bool | None = getattr(user, _KNOWS, None)
    if known is None:
        known = any(user.has_perm(name) for name in MAY_KNOW) or _sits_in_the_redactieraad(user)
        setattr(user, _KNOWS, known)
    return known


def withheld_pages() -> PageQuerySet:
    """Return the reports on campaigns that are not launched, as pages."""
    launched = CampaignPage.objects.filter(campaign__stage=Stage.LAUNCHED)
    withheld = ReportPage.objects.exclude(pk__in=reports_below(launched).values("pk"))
    return Page.objects.filter(pk__in=withheld.values("pk"))


def reports_below(pages: QuerySet[CampaignPage]) -> QuerySet[ReportPage]:
    """Return the reports right below these pages, without asking for the pages first."""
    above = Left("path", Length("path") - Page.steplen)
    return ReportPage.objects.annotate(above=above).filter(above__in=pages.values("path"))


def is_withheld_from(user: Any, page: Any) -> bool:
    """Return whether this page is a report that this person may not know of yet."""
    is_report = page.specific_class is ReportPage
    return is_report and not may_know(user) and withheld_pages().filter(pk=page.pk).exists()


def _live_releases() -> QuerySet[Release]:
    """Return what the redactieraad approved, with what each page of a campaign asks of it."""
    live = Release.objects.filter(live=True).select_related("snapshot")
    return live.annotate(with_logbooks=Exists(public_entries(OuterRef("campaign"))))


def _sits_in_the_redactieraad(user: Any) -> bool:
    return Member.objects.active().filter(user=user).exists()
