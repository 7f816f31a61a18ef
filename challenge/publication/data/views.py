"""The files of the package: of the newest campaign, and of each. From the launch only."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from challenge.embargo import release_or_404
from challenge.models import Campaign
from challenge.publication.data.package import FILES, package_of
from challenge.vocabulary import Stage
from core.opendata.registry import LICENCE_URL
from core.pagecache.registry import Views
from core.pagecache.views import kept_in_one_language

_KINDS = {"csv": "text/csv; charset=utf-8; header=present", "json": "application/json"}


def newest_launched() -> Campaign | None:
    """Return the campaign whose index stands at `/data/index/`: an example only for want of one."""
    launched = Campaign.objects.filter(stage=Stage.LAUNCHED, release__live=True)
    return launched.order_by("council__is_example", "-launch_at").first()


def is_public() -> bool:
    """Return whether there is an index to give away."""
    return newest_launched() is not None


def url_name(file: str) -> str:
    """Return the name of a file's address, such as `index_data_members_csv`."""
    return f"index_data_{file.replace('.', '_')}"


def addresses_of(campaign: Campaign) -> dict[str, str]:
    """Return where the files of a launched campaign are, by name."""
    return {file: reverse(f"campaign_{url_name(file)}", args=[campaign.slug]) for file in FILES}


def data_addresses() -> Views:
    """Return where all files are, for the page cache."""
    paths = [reverse(url_name(file)) for file in FILES]
    for campaign in Campaign.objects.filter(stage=Stage.LAUNCHED):
        paths += addresses_of(campaign).values()
    return Views(tuple(paths))


@require_safe
@kept_in_one_language
def newest_file(request: HttpRequest, file: str) -> HttpResponse:
    """Return a file of the newest launched campaign.

    Raises:
        Http404: none was launched.

    """
    campaign = newest_launched()
    if campaign is None:
        message = "No index is public."
        raise Http404(message)
    return _file(request, campaign, file)


@require_safe
@kept_in_one_language
def campaign_file(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    """Return a file of one campaign, once that is launched."""
    return _file(request, get_object_or_404(Campaign, slug=slug), file)


def _file(request: HttpRequest, campaign: Campaign, file: str) -> HttpResponse:
    release = release_or_404(campaign)
    page = campaign.pages.filter(live=True).first()
    homepage = page.get_full_url(request) if page else request.build_absolute_uri("/")
    return HttpResponse(
        package_of(release, homepage or "")[file],
        content_type=_KINDS[file.rpartition(".")[2]],
        headers={
            "Content-Disposition": f'attachment; filename="{file}"',
            "Link": f'<{LICENCE_URL}>; rel="license"',
        },
    )
