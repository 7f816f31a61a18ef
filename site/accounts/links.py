"""Signing in by a link from a mail: made, looked up and used, each with its own answer.

The secret is random and exists in the mail only. Its digest also holds the address that it
was sent to, so that the link dies when the address changes.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare

from accounts.models import SignInLink, User
from core.tokens import name_and_secret, parted

LIFETIME = timedelta(minutes=15)
# How long we can still say that a link was used, or is too old.
REMEMBERED = timedelta(days=30)


class Standing(enum.Enum):
    """How a link stands."""

    READY = "ready"
    USED = "used"
    EXPIRED = "expired"
    # Altered, cut off, or so old that we no longer know it.
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Found:
    """What a token leads to.

    Attributes:
        standing: whether it may be used.
        link: the link, unless it is unknown.

    """

    standing: Standing
    link: SignInLink | None = None


UNKNOWN = Found(Standing.UNKNOWN)


def make(user: User, onwards: str, now: datetime) -> str:
    """Return the token of a new link, which is kept nowhere.

    Args:
        user: who may sign in by it.
        onwards: the path on this site that they were on the way to, if any.
        now: from when it holds.

    """
    name, secret = name_and_secret()
    SignInLink.objects.create(
        user=user, name=name, digest=_digest(secret, user), onwards=onwards, made_at=now
    )
    return name + secret


def look_up(token: str, now: datetime) -> Found:
    """Return how the link with this token stands, without using it up."""
    parts = parted(token)
    if parts is None:
        return UNKNOWN
    name, secret = parts
    link = SignInLink.objects.select_related("user").filter(name=name).first()
    # The same work for a name that does not exist.
    user, digest = (link.user, link.digest) if link else (User(), "")
    if not constant_time_compare(_digest(secret, user), digest) or link is None:
        return UNKNOWN
    if link.used_at:
        return Found(Standing.USED, link)
    if now >= link.made_at + LIFETIME:
        return Found(Standing.EXPIRED, link)
    return Found(Standing.READY, link)


def use(link: SignInLink, now: datetime) -> bool:
    """Use a link up.

    Returns:
        Whether it was this call that did: of two at the same moment, one.

    """
    return bool(SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now))


def forget(user: User) -> None:
    """Let no link work any more that was mailed to this person."""
    SignInLink.objects.filter(user=user).delete()


def _digest(secret: str, user: User) -> str:
    return hashlib.sha256(f"{secret}:{user.email}".encode()).hexdigest()
