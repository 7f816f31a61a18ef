"""Who is behind the site, as schema.org describes organisations and websites.

Sources: https://schema.org/NGO, https://schema.org/WebSite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from core.seo.metadata import absolute
from core.seo.structured_data import organisation_id, website_id

if TYPE_CHECKING:
    from home.models import OrganisationSettings


def organisation(settings: OrganisationSettings) -> dict[str, Any]:
    """Return the organisation, with only what its settings really hold."""
    facts = {
        "foundingDate": settings.founded_on,
        "email": settings.email,
        "telephone": settings.phone,
        "sameAs": [address for _name, address in settings.social_links],
    }
    return {
        "@type": "NGO",
        "@id": organisation_id(),
        "name": settings.name,
        "url": absolute("/"),
        "areaServed": {"@type": "City", "name": "Rotterdam"},
        **{name: value for name, value in facts.items() if value},
    }


def website() -> dict[str, Any]:
    """Return the site, and how it is searched."""
    return {
        "@type": "WebSite",
        "@id": website_id(),
        "url": absolute("/"),
        "name": "Warm Rotterdam",
        "publisher": {"@id": organisation_id()},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{absolute(reverse('search'))}?q={{search_term}}",
            "query-input": "required name=search_term",
        },
    }
