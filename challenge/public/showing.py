"""What all public pages of a campaign have in common: their head, their ways, how they are kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from challenge.models import Campaign, CampaignPage
from challenge.public import routes
from challenge.public.selectors import Public
from challenge.vocabulary import Stage
from core.models import BasePage, Part
from core.pagecache.answers import keep_no_longer


@dataclass(frozen=True)
class Way:
    """A link to another page of the same campaign."""

    url: str
    name: str | Promise
    is_current: bool


def show(
    request: HttpRequest,
    shown: Public,
    template: str,
    context: dict[str, Any],
    reads: Collection[str] = (),
) -> HttpResponse:
    """Answer with one of a campaign's pages.

    Args:
        request: the request.
        shown: the campaign as everybody may see it.
        template: the name of the template, without where it is.
        context: what it shows.
        reads: the parameters of the address that this page reads.

    """
    page: Any = shown.page
    everything = BasePage.get_context(page, request) | {
        "campaign": shown.campaign,
        "release": shown.release,
        "counts": shown.counts,
        "ways": ways(shown),
        # What members, the team and the redactieraad wrote is in this language.
        "own_language": settings.LANGUAGE_CODE,
    }
    response = TemplateResponse(request, f"challenge/public/{template}.html", everything | context)
    return kept(response, request, shown.campaign, reads)


def part_of(page: CampaignPage, place: str, part: Part) -> None:
    """Say what is shown at one of a page's further addresses, for its head and its way there."""
    page.subpath, page.part = place, part


def kept(
    response: HttpResponse, request: HttpRequest, campaign: Campaign, reads: Collection[str] = ()
) -> HttpResponse:
    """Let nothing be kept over the launch, nor under an address that nobody is led to."""
    if campaign.stage not in {Stage.LAUNCHED, Stage.CANCELLED}:
        keep_no_longer(response, (campaign.launch_at - timezone.now()).total_seconds())
    if not request.GET.keys() <= set(reads):
        patch_cache_control(response, no_cache=True)
    return response


def ways(shown: Public) -> list[Way]:
    """Return the links to this campaign's pages, as far as they are there for everybody now."""
    page: Any = shown.page
    base = page.get_url() or "/"
    is_out = shown.release is not None
    places = [
        ("", _("The question"), True),
        (routes.ANSWERS, _("The answers"), is_out),
        (routes.INDEX, _("The index"), is_out),
        (routes.LOGBOOKS, _("The logbooks"), shown.has_logbooks),
        (routes.METHOD, _("The method"), shown.has_method),
        (routes.LAUNCH_DAY, _("Day of the launch"), bool(page.launch_day)),
        (routes.TRY, _("Take part yourself"), True),
    ]
    found = [
        Way(f"{base}{place}", name, is_current=place == page.subpath.partition("?")[0])
        for place, name, is_there in places
        if is_there
    ]
    if shown.report:
        found.insert(2, Way(shown.report.get_url() or "/", _("The report"), is_current=False))
    return found
