"""Putting members on the list of who is asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from challenge.log import write_down
from challenge.models import Campaign, Invitee, Membership
from challenge.querysets import MembershipQuerySet
from challenge.vocabulary import Stage

# Later, everybody who is asked has had the same time to answer, or the answers are in.
OPEN = (Stage.PREPARING, Stage.RUNNING)


def not_asked(campaign: Campaign, day: dt.date) -> MembershipQuerySet:
    """Return who sits in the council on a day and is not on the list, with their parties."""
    sitting = Membership.objects.on(day).filter(party__council=campaign.council_id)
    others = sitting.exclude(member__invitations__campaign=campaign)
    people = others.select_related("member", "party").order_by("member__sort_name")
    return people.defer("member__email", "member__phone")


@transaction.atomic
def invite_all(campaign: Campaign, by: Any) -> int:
    """Put everybody on the list who sits in the council on the day of the invitation.

    Returns:
        How many were added: none the second time.

    """
    # Of two who press the button at once, the second waits and finds nobody left.
    Campaign.objects.select_for_update().filter(pk=campaign.pk).first()
    memberships = list(not_asked(campaign, campaign.invitation_on))
    for membership in memberships:
        _add(campaign, membership, by)
    return len(memberships)


@transaction.atomic
def bring_in(campaign: Campaign, membership: Membership, by: Any) -> Invitee:
    """Put somebody on the list who took another member's seat."""
    return _add(campaign, membership, by)


def _add(campaign: Campaign, membership: Membership, by: Any) -> Invitee:
    invitee = Invitee.objects.create(
        campaign=campaign, member=membership.member, party=membership.party
    )
    write_down("invited", campaign, invitee, by=by)
    return invitee
