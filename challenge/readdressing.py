"""A member got another e-mail address: what was sent to the old one opens nothing any more."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from wagtail.log_actions import get_active_log_context

from challenge.links import revoke
from challenge.log import write_down
from challenge.models import CouncilMember, Invitee
from challenge.models.council import address_changed


def connect() -> None:
    """Hear of every change of an address, by a form, an import or any other way."""
    address_changed.connect(_withdraw_links, dispatch_uid="challenge.readdressing")


def _withdraw_links(sender: Any, member: CouncilMember, **kwargs: Any) -> None:
    """Withdraw the links that still work, in each campaign; what lies with the post, too."""
    # A letter that is being written to the old address holds the member: its link is waited for.
    asked = Invitee.objects.select_for_update(of=("self",)).select_related("campaign")
    # Whoever is at work in the admin; nobody, where a command or the clock is.
    by = get_active_log_context().user
    for invitee in list(asked.filter(member=member)):
        working = invitee.links.filter(revoked_at=None, expires_at__gt=timezone.now())
        if working.exists():
            write_down("address-changed", invitee.campaign, invitee, by=by)
            revoke(invitee, by)
