"""What the redactieraad approved of a campaign's words, for its members' own pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from challenge.models import Campaign, CampaignPage
from languages.fallback import best_version
from languages.registry import SOURCE


def page_of(campaign: Campaign) -> CampaignPage | None:
    """Return the public page of a campaign in the reader's language, or in one that it has."""
    versions = CampaignPage.objects.filter(campaign=campaign)
    found = best_version(versions, get_language() or SOURCE)
    return CampaignPage.objects.select_related("locale").get(pk=found.pk) if found else None


def answers_on(page: CampaignPage | None) -> dict[str, Any]:
    """Return what a page says of each answer, by its code; nothing without a page."""
    if page is None:
        return {}
    return {child.value["outcome"]: child.value for child in page.answers}
