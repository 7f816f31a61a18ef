"""The index as schema.org describes data, so that search engines for data find it.

Source: https://schema.org/Dataset. Nobody is named in it.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from challenge.models import Campaign, CampaignPage
from challenge.publication.results import Index
from core.opendata.registry import LICENCE_URL
from core.seo.metadata import absolute
from core.seo.structured_data import organisation_id

_FORMATS = (("datapackage_json", "application/json"), ("index_csv", "text/csv"))


def dataset(campaign: Campaign, index: Index, page: CampaignPage) -> dict[str, Any]:
    """Return the released index as a dataset, with its files."""
    return {
        "@type": "Dataset",
        "name": f"{page.title}: index",
        "description": page.part.description if page.part else page.intro,
        "url": absolute(f"{page.get_url() or '/'}{page.subpath}"),
        "license": LICENCE_URL,
        "version": str(index.number),
        "dateModified": index.made_at.isoformat(),
        "creator": {"@id": organisation_id()},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": absolute(
                    reverse(f"campaign_index_data_{code}", args=[campaign.slug])
                ),
            }
            for code, media_type in _FORMATS
        ],
    }
