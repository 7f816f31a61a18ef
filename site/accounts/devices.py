"""Staying signed in on a device for 90 days, and signing out everywhere."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts import links
from accounts.models import TrustedDevice, User

TRUSTED_FOR = timedelta(days=90)
# What the session remembers: whether to keep this device, and which row tells of it.
WISH = "accounts.keep_device"
DEVICE = "accounts.device"
_HANDHELD = re.compile(r"Mobi|Android|iPhone|iPad|Tablet")


def connect() -> None:
    """Listen to who signs in and out."""
    user_logged_in.connect(_after_signing_in, dispatch_uid="accounts.devices.in")
    user_logged_out.connect(_after_signing_out, dispatch_uid="accounts.devices.out")


def wish(request: HttpRequest, *, keep: bool) -> None:
    """Remember until signing in is completed whether the person wants to stay signed in."""
    request.session[WISH] = keep


def kind_of(user_agent: str) -> str:
    """Return what a person would call the device whose browser presents itself like this."""
    handheld = _HANDHELD.search(user_agent)
    return TrustedDevice.Kind.PHONE if handheld else TrustedDevice.Kind.COMPUTER


def devices_of(user: User, now: datetime) -> QuerySet[TrustedDevice]:
    """Return the devices on which this person is still signed in."""
    return TrustedDevice.objects.filter(user=user, sessions=_mark(user), until__gt=now)


def sign_out_everywhere(user: User) -> None:
    """End every session of this person, and every link that could begin one."""
    links.forget(user)
    TrustedDevice.objects.filter(user=user).delete()
    user.end_all_sessions()


def _after_signing_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    keep = request.session.pop(WISH, None)
    if keep is None:
        return
    if not keep:
        # Until the browser is closed.
        request.session.set_expiry(0)
        return
    # Signed in here before: then this takes its place.
    TrustedDevice.objects.filter(pk=request.session.get(DEVICE, 0), user=user).delete()
    now = timezone.now()
    until = now + TRUSTED_FOR
    # A moment, not a number of seconds: that would begin anew with each change of the session.
    request.session.set_expiry(until)
    device = TrustedDevice.objects.create(
        user=user,
        kind=kind_of(request.headers.get("User-Agent", "")),
        sessions=_mark(user),
        since=now,
        until=until,
    )
    request.session[DEVICE] = device.pk


def _after_signing_out(
    sender: Any, request: HttpRequest | None, user: User | None, **kwargs: Any
) -> None:
    device = request.session.get(DEVICE) if request else None
    if device:
        TrustedDevice.objects.filter(pk=device, user=user).delete()


def _mark(user: User) -> str:
    return hashlib.sha256(user.get_session_auth_hash().encode()).hexdigest()
