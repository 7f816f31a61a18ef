"""The well-known files: sitemaps, robots.txt, security.txt and the web manifest."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.seo.metadata import absolute
from core.seo.sitemaps import sitemaps

SIX_MONTHS = dt.timedelta(days=180)
AN_HOUR = 3_600
# What robots have no business in: desks, sign-in, and endless search results.
CLOSED = ("/beheer/", "/inloggen/", "/*/zoeken/")
PAPER, EMBER = "#fff8f0", "#b5301a"


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Return the index of the sitemaps, one per language."""
    lines = [
        f"<sitemap><loc>{absolute(f'/sitemap-{code}.xml')}</loc></sitemap>" for code in sitemaps()
    ]
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{''.join(lines)}</sitemapindex>\n"
    )
    return HttpResponse(body, content_type="application/xml")


@require_safe
def sitemap(request: HttpRequest, code: str) -> HttpResponse:
    """Return the sitemap of one language.

    Raises:
        Http404: the language has no live pages.
    """
    return sitemap_views.sitemap(request, sitemaps=sitemaps(), section=code)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Return robots.txt."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines.append(f"Sitemap: {absolute('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def security_contact(request: HttpRequest) -> HttpResponse:
    """Return security.txt, as RFC 9116 asks, with an `Expires` that is never past."""
    expires = (
        (timezone.now() + SIX_MONTHS)
        .astimezone(dt.UTC)
        .replace(hour=0, minute=0, second=0, microsecond=0)
    )
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {absolute('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def web_manifest(request: HttpRequest) -> JsonResponse:
    """Return the manifest with which a phone puts the site among its apps."""
    icon = {"type": "image/png", "purpose": "any"}
    data = {
        "name": "Warm Rotterdam",
        "short_name": "Warm R'dam",
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": EMBER,
        "icons": [
            icon | {"src": static("icons/icon-192.png"), "sizes": "192x192"},
            icon | {"src": static("icons/icon-512.png"), "sizes": "512x512"},
            icon
            | {
                "src": static("icons/icon-maskable-512.png"),
                "sizes": "512x512",
                "purpose": "maskable",
            },
        ],
    }
    return JsonResponse(data, content_type="application/manifest+json")
