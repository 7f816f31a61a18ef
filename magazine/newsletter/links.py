"""The links in our mails, as whole addresses."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation

from core.seo.metadata import absolute


def link_that_confirms(key: str, language: str) -> str:
    """Return the address by which somebody confirms."""
    with translation.override(language):
        return absolute(reverse("newsletter_confirm", args=[key]))


def links_of(token: str, language: str) -> dict[str, str]:
    """Return the addresses by which a subscriber changes languages and leaves."""
    with translation.override(language):
        return {
            "languages": absolute(reverse("newsletter_languages", args=[token])),
            "leave": absolute(reverse("newsletter_leave", args=[token])),
        }
