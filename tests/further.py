"""The addresses below a page's own that the demo answers: of a campaign's question and results."""

from __future__ import annotations

from typing import Any

from challenge.models import CampaignPage
from challenge.public.routes import ALWAYS, FROM_THE_LAUNCH, INDEX
from challenge.public.selectors import party_slugs


def addresses_of(page: Any) -> list[str]:
    """Return the page's own address and all below it; of the parties of a campaign only one.

    Args:
        page: a live page of any type; one without an address has none.

    """
    own = page.get_url()
    places = ["", *_places(page.specific)] if page.specific_class is CampaignPage else [""]
    return [f"{own}{place}" for place in places] if own else []


def _places(page: CampaignPage) -> list[str]:
    if not page.campaign.is_launched:
        return [*ALWAYS]
    return [*ALWAYS, *FROM_THE_LAUNCH, f"{INDEX}{party_slugs(page)[0]}/"]
