"""A member's personal links: made for one letter each, looked up, and withdrawn.

The secret is random and exists in the letter only; what is kept is its digest. A link can be
used as often as wanted, until some time after the launch.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from challenge.log import write_down
from challenge.models import Invitee, PersonalLink
from core.tokens import name_and_secret, parted

# Members can read back what they wrote for this long after the launch.
LIFETIME = timedelta(days=60)


@transaction.atomic
def make(invitee: Invitee, now: datetime) -> str:
    """Return the token of a new link, which is kept nowhere.

    Args:
        invitee: whose page it leads to.
        now: from when it holds.

    """
    name, secret = name_and_secret()
    expires_at = invitee.campaign.launch_at + LIFETIME
    link = PersonalLink.objects.create(
        invitee=invitee, name=name, digest=_digest(secret), made_at=now, expires_at=expires_at
    )
    write_down("link-made", invitee.campaign, invitee, link=link.pk)
    return name + secret


def look_up(token: str, now: datetime) -> Invitee | None:
    """Return whose page this token opens. It changes nothing.

    Returns:
        None for a token that is unknown, altered, expired or withdrawn: nobody is told which.

    """
    parts = parted(token)
    if parts is None:
        return None
    name, secret = parts
    link = _with_people().filter(name=name).first()
    # The same work for a name that does not exist.
    is_right = constant_time_compare(_digest(secret), link.digest if link else "")
    if link is None or not is_right or link.revoked_at or now >= link.expires_at:
        return None
    return link.invitee


@transaction.atomic
def revoke(invitee: Invitee, by: Any) -> int:
    """Let no link work any more that this member got until now.

    Args:
        invitee: whose links.
        by: the user who does it.

    Returns:
        How many links it were.

    """
    links = PersonalLink.objects.filter(invitee=invitee, revoked_at=None)
    number = links.update(revoked_at=timezone.now())
    write_down("links-revoked", invitee.campaign, invitee, by=by, number=number)
    return number


def _with_people() -> QuerySet[PersonalLink]:
    """Return links with whose they are; addresses stay locked, no page shows them."""
    people = "invitee__member", "invitee__party", "invitee__campaign__council"
    locked = "invitee__member__email", "invitee__member__phone"
    return PersonalLink.objects.select_related(*people).defer(*locked)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
