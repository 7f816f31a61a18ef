"""Persons, organizations and memberships as Popolo has them: https://www.popoloproject.com/specs/.

Names, parties and times only: nobody can be reached by what is in here.
"""

from __future__ import annotations

import uuid
from typing import Any

from challenge.models import Council, CouncilMember, Membership, Party

CLASSIFICATIONS = {"council": "legislature", "party": "party"}
# A council has no number of its own that holds on every site; its short name is for ever.
_COUNCILS = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.popoloproject.com/warm-rotterdam/council")


def council_id(council: Council) -> str:
    """Return what a council is called in the data."""
    return str(uuid.uuid5(_COUNCILS, council.slug))


def popolo(council: Council) -> dict[str, Any]:
    """Return everybody who sits, or sat, in a council."""
    # Only what is said: addresses are not even unlocked.
    people = CouncilMember.objects.filter(council=council, memberships__isnull=False).distinct()
    memberships = Membership.objects.filter(party__council=council, member__council=council)
    times = memberships.select_related("party", "member").order_by("starts_on", "pk")
    return {
        "persons": [
            {"id": str(one.uuid), "name": one.name, "sort_name": one.sort_name}
            for one in people.only("uuid", "name", "sort_name").order_by("sort_name", "pk")
        ],
        "organizations": [
            _council(council),
            *(_party(one, council) for one in council.parties.order_by("name")),
        ],
        "memberships": [
            _membership(one, council)
            for one in times.only(
                "starts_on", "ends_on", "member__uuid", "member__council", "party__uuid"
            )
        ],
    }


def _council(council: Council) -> dict[str, Any]:
    return {
        "id": council_id(council),
        "name": council.name,
        "classification": CLASSIFICATIONS["council"],
        "area": {"name": council.city},
        # Not Popolo's: whether all of it is invented.
        "is_example": council.is_example,
    }


def _party(party: Party, council: Council) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": str(party.uuid),
        "name": party.name,
        "classification": CLASSIFICATIONS["party"],
        "parent_id": council_id(council),
    }
    if party.short_name:
        found["other_names"] = [{"name": party.short_name, "note": "short name"}]
    return found


def _membership(membership: Membership, council: Council) -> dict[str, Any]:
    found = {
        "person_id": str(membership.member.uuid),
        "organization_id": council_id(council),
        "on_behalf_of_id": str(membership.party.uuid),
        "role": "member",
        "start_date": membership.starts_on.isoformat(),
    }
    if membership.ends_on:
        found["end_date"] = membership.ends_on.isoformat()
    return found
