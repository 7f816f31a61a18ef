"""The organisation's own data as its programme plan gives it, and the site's address."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from wagtail.models import Site

from home.models import OrganisationSettings

# The plan gives no e-mail address, phone number or postal address, so those stay empty.
ORGANISATION = {
    "name": "Stichting Warm Rotterdam",
    "founded_on": "2019-05",
    "facebook": "https://www.facebook.com/WarmRotterdam",
    "instagram": "https://www.instagram.com/warmrdam/",
    "linkedin": "https://www.linkedin.com/company/stichting-warm-rotterdam",
}
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
PORTS = {"http": 80, "https": 443}


def load_organisation() -> None:
    """Fill in the organisation where nobody did, and tell the site its address."""
    site = Site.objects.get(is_default_site=True)
    organisation = OrganisationSettings.for_site(site)
    if not organisation.founded_on and not organisation.social_links:
        for name, value in ORGANISATION.items():
            setattr(organisation, name, value)
        organisation.save()
    _follow_the_server(site)


def empty_organisation() -> None:
    """Forget what was filled in about the organisation."""
    OrganisationSettings.objects.filter(site__is_default_site=True).delete()


def _follow_the_server(site: Site) -> None:
    """Let a site on this machine have the address that the server has today.

    Canonical links and the sitemap are made from it. A real host name is an
    administrator's choice and stays.
    """
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    host, port = address.hostname or "", address.port or PORTS.get(address.scheme, 80)
    if site.hostname in THIS_MACHINE and (site.hostname, site.port) != (host, port):
        site.hostname, site.port = host, port
        site.save()
