"""Consents in the admin."""

from __future__ import annotations

from django import template

from accounts.models import User
from magazine.consent.asking import WORKS_WITH_CONSENTS
from magazine.consent.ending import portraits_of
from magazine.models import Consent, PortraitPage

register = template.Library()


@register.simple_tag
def works_with_consents(user: User) -> bool:
    """Return whether this person may see and change consents."""
    return user.has_perm(WORKS_WITH_CONSENTS)


@register.simple_tag
def portraits_with(consent: Consent) -> list[PortraitPage]:
    """Return the portraits that lean on a consent."""
    return list(portraits_of(consent))
