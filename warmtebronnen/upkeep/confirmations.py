"""'Is this still right?': asked by mail, answered by one button, kept in a row.

The mail's link says which tending it was made for, is signed, and holds for a while. Who was
removed from a place has no tending any more, so that their link does nothing from that moment.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from warmtebronnen.models import Confirmation, Tending, WarmtebronPage

LIFETIME = timedelta(days=30)
_signer = TimestampSigner(salt="warmtebronnen.confirming")


class Standing(enum.Enum):
    """How a link stands."""

    READY = "ready"
    # All was found right since the link was mailed.
    DONE = "done"
    EXPIRED = "expired"
    # Altered, cut off, or of somebody who does not tend the place any more.
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Found:
    """What a link leads to.

    Attributes:
        standing: whether it may be used.
        tending: whose it is, and for which place; None where it may not be used.

    """

    standing: Standing
    tending: Tending | None = None


def token_for(tending: Tending) -> str:
    """Return the token of a link for this person and place."""
    return _signer.sign(f"{tending.pk}-{tending.user_id}-{tending.place_id}")


def look_up(token: str) -> Found:
    """Return how the link with this token stands. It changes nothing."""
    try:
        named = _signer.unsign(token, max_age=LIFETIME)
    except SignatureExpired:
        return Found(Standing.EXPIRED)
    except BadSignature:
        return Found(Standing.UNKNOWN)
    number, user_id, place_id = map(int, named.split("-"))
    tending = (
        Tending.objects.filter(pk=number, user=user_id, place=place_id, user__is_active=True)
        .select_related("user", "place__locale")
        .first()
    )
    if tending is None:
        return Found(Standing.UNKNOWN)
    is_done = _found_right_since(tending.place, tending.asked_at)
    return Found(Standing.DONE if is_done else Standing.READY, tending)


@transaction.atomic
def confirm(place: WarmtebronPage, user: User, by: str, since: datetime | None = None) -> bool:
    """Write down that all was found right now.

    Args:
        place: the place.
        user: who looked.
        by: one of `Confirmation.By`.
        since: who found all right after this moment makes it needless.

    Returns:
        Whether it was this call that did.

    """
    # Of two at the same moment, the second sees what the first wrote.
    WarmtebronPage.objects.select_for_update().only("pk").get(pk=place.pk)
    if _found_right_since(place, since):
        return False
    Confirmation.objects.create(place=place, user=user, by=by, confirmed_at=timezone.now())
    return True


def _found_right_since(place: WarmtebronPage, moment: datetime | None) -> bool:
    return moment is not None and place.confirmations.filter(confirmed_at__gte=moment).exists()
