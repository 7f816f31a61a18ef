"""What the previews of a method and of a release show: the same parts as readers will see."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from challenge.models import Campaign, CampaignPage, Method, Release
from challenge.public.method import method_context
from challenge.public.persons import groups_on, sheets_of
from challenge.public.results import drawing_of, row_of
from challenge.public.selectors import Public
from challenge.public.sorting import Order
from challenge.publication.methods import fixed_digest


def preview_of_method(method: Method) -> dict[str, Any]:
    """Return what the preview of a method shows, also before any campaign has it."""
    campaign = Campaign(method=method, method_digest=fixed_digest(method))
    return method_context(campaign) | {"own_language": settings.LANGUAGE_CODE}


def preview_of_release(release: Release) -> dict[str, Any]:
    """Return what the preview of a release shows. Whoever asks has been asked who they are."""
    campaign = release.campaign
    page = campaign.pages.first() or CampaignPage(campaign=campaign)
    shown = Public(page, release)
    found: Any = shown.index
    ranked = [line for line in found.parties if line.place is not None]
    names = {line.slug: line.name for line in found.parties}
    return {
        "page": page,
        "campaign": campaign,
        "release": release,
        "index": found,
        "rows": [row_of(line, found) for line in ranked],
        "columns": Order().columns(),
        "plot": drawing_of(ranked),
        "without_place": [line for line in found.parties if line.place is None],
        "groups": groups_on(sheets_of(shown), found.counts),
        "league": _league(release, found, names),
        "own_language": settings.LANGUAGE_CODE,
    }


def _league(release: Release, found: Any, names: dict[str, str]) -> list[tuple[Any, str]]:
    """Return the table of persons, only where it is asked for."""
    if not release.shows_league:
        return []
    return [(line, names[line.person.party]) for line in found.league()]
