"""What accounts clears away by itself."""

from __future__ import annotations

from django.utils import timezone

from accounts.links import REMEMBERED
from accounts.models import SignInLink, TrustedDevice


def forget_old_links_and_devices() -> None:
    """Remove links that nobody will open any more, and devices whose time is over."""
    now = timezone.now()
    SignInLink.objects.filter(made_at__lt=now - REMEMBERED).delete()
    TrustedDevice.objects.filter(until__lt=now).delete()
