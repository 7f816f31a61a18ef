"""Writes down all that happens in a campaign, in the transaction that does it."""

from __future__ import annotations

from typing import Any

from challenge.models import Campaign, Happening, Invitee


def write_down(
    kind: str,
    campaign: Campaign,
    invitee: Invitee | None = None,
    by: Any = None,
    **details: int | str | bool | None,
) -> None:
    """Add a line to the log, which is never changed.

    Args:
        kind: what happened, such as `answered`; a short code in English.
        campaign: in which campaign.
        invitee: about which member, if it was about one.
        by: the user who did it; None for the member, or for the clock.
        **details: codes and numbers, such as `choice="no"`. Never words, names or addresses.

    """
    user = by if getattr(by, "pk", None) else None
    Happening.objects.create(
        campaign=campaign, invitee=invitee, kind=kind, by=user, details=details
    )
