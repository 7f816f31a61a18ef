"""Makes the invented council: its parties, and who sits in it from when until when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.text import slugify

from challenge.demo.plan import One, uuid_of
from challenge.models import Council, CouncilMember, Membership, Party

DOMAIN = "voorbeeldstad.example"
# Numbers that nobody has, as all of the demo's.
PHONE = "010 000 {:02d} {:02d}"
# They came so long before the first campaign.
BEFORE = dt.timedelta(days=500)


def load_council(plan: One, first_day: dt.date) -> Council:
    """Return the council, with whatever was missing.

    Args:
        plan: what the file says.
        first_day: of the first campaign; terms are counted from it.

    """
    said = plan.values
    names = {name: said[name] for name in ("name", "city")}
    council, is_new = Council.objects.get_or_create(
        slug=said["slug"], defaults=names | {"is_example": True}
    )
    if is_new:
        parties = {one["key"]: _party(council, one) for one in said["party"]}
        members = _members(council, said)
        _seat(members, parties, said, first_day)
    return council


def _party(council: Council, said: dict[str, Any]) -> Party:
    return Party.objects.create(
        council=council,
        uuid=uuid_of(f"party/{said['key']}"),
        slug=said["key"],
        name=said["name"],
        short_name=said.get("short_name", ""),
    )


def _members(council: Council, said: dict[str, Any]) -> dict[str, CouncilMember]:
    everybody = [name for party in said["party"] for name in party["members"]]
    members = {}
    for number, name in enumerate(everybody):
        first, _space, family = name.partition(" ")
        members[name] = CouncilMember.objects.create(
            council=council,
            uuid=uuid_of(f"member/{name}"),
            name=name,
            sort_name=f"{family}, {first}",
            portfolio=said["portfolios"].get(name, ""),
            email=f"{slugify(first)}.{slugify(family)}@{DOMAIN}",
            phone=PHONE.format(*divmod(number + 1, 100)),
        )
    return members


def _seat(
    members: dict[str, CouncilMember],
    parties: dict[str, Party],
    said: dict[str, Any],
    first_day: dt.date,
) -> None:
    """Give everybody their seat, and who came later, left or changed parties their terms."""
    own = {name: party["key"] for party in said["party"] for name in party["members"]}
    terms: dict[str, list[dict[str, Any]]] = {}
    for term in said["term"]:
        terms.setdefault(term["member"], []).append(term)
    seats = [
        Membership(
            member=member,
            party=parties[term.get("party", own[name])],
            starts_on=_day(first_day, term.get("from")) or first_day - BEFORE,
            ends_on=_day(first_day, term.get("until")),
        )
        for name, member in members.items()
        for term in terms.get(name, [{}])
    ]
    Membership.objects.bulk_create(seats)


def _day(first_day: dt.date, number: int | None) -> dt.date | None:
    return None if number is None else first_day + dt.timedelta(days=number)
