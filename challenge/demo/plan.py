"""What the challenge's demo holds: the council, its campaigns, and what everybody did."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone

from core.demo.faults import FOLDER, Place
from core.demo.files import check_fields, read_toml

CONTENT = Path(__file__).resolve().parents[1] / FOLDER
RESPONSES = "responses"
# Any fixed number will do: with it, all gets the same keys on every machine.
NAMESPACE = uuid.UUID("3b7cf9a4-52f6-4a5b-8f0e-9f1f3f2f7d10")

DATES = (
    "receipt_by", "postcards_on", "decision_on", "last_reminder_on", "weeks_until", "reply_from",
    "reply_until",
)  # fmt: skip
MOMENTS = ("answers_until", "launch_at")
CAMPAIGN = {"key", "name", "amount", "begins", *DATES, *MOMENTS}
MEMBER = {
    "name", "invited", "receipt", "address", "outside", "since", "answers", "week", "entries",
    "photos", "closed", "stopped", "contacts", "correction", "reply", "ruling", "statement",
    "postcard", "has_link",
}  # fmt: skip

# What a field of a member cannot do without.
NEEDS = {"outside": "since", "week": "entries", "entries": "week", "correction": "reply"}
SAID = {"member", "guest", "snapshot", "release"}
COUNCIL = {"name", "city", "slug", "party", "term", "portfolios"}
PARTY = {"key", "name", "members"}


@dataclass(frozen=True)
class One:
    """One thing of the plan: what the file says of it, and where that stands."""

    values: dict[str, Any]
    place: Place


@dataclass(frozen=True)
class CampaignPlan(One):
    """One campaign, with what everybody in it did.

    Attributes:
        first_day: the day of its invitation.
        members: who did what.
        said: all else that its file of responses says: guests, snapshots, the release.

    """

    first_day: dt.date
    members: list[One]
    said: dict[str, Any]

    @property
    def key(self) -> str:
        """Return its name in the demo content, which is its slug too."""
        return str(self.values["key"])

    @property
    def amount(self) -> str:
        """Return the amount for a week as letters say it."""
        return f"€ {self.values['amount']}"

    def day(self, number: int) -> dt.date:
        """Return a day, counted from the invitation."""
        return self.first_day + dt.timedelta(days=number)

    def at(self, number: int, hour: int = 12, minute: int = 0) -> dt.datetime:
        """Return a moment of a day, in the site's own time zone."""
        return moment(self.day(number), dt.time(hour, minute))


@dataclass(frozen=True)
class Plan:
    """All of it."""

    council: One
    campaigns: list[CampaignPlan]
    covers: list[str]
    postcard: str
    letters: dict[str, dict[str, str]]


def read_plan(today: dt.date) -> Plan:
    """Return the plan.

    Args:
        today: the day around which the campaigns lie.

    Raises:
        DemoContentError: a file is wrong; it names file and field.

    """
    file = CONTENT / "campaigns.toml"
    said = read_toml(file)
    campaigns = [
        _campaign(values, Place(file).at("campaign").at(position), today)
        for position, values in enumerate(said["campaign"])
    ]
    letters = read_toml(CONTENT / "letters.toml")
    return Plan(_council(), campaigns, said["covers"], said["postcard"], letters)


def moment(day: dt.date, time: dt.time) -> dt.datetime:
    """Return a time of a day, in the site's own time zone."""
    return dt.datetime.combine(day, time, tzinfo=timezone.get_default_timezone())


def uuid_of(name: str) -> uuid.UUID:
    """Return what this is recognised by when the demo is loaded again."""
    return uuid.uuid5(NAMESPACE, name)


def _council() -> One:
    """Return the council, of which nothing is missing."""
    file = CONTENT / "council.toml"
    values, place = read_toml(file), Place(file)
    check_fields(values, COUNCIL, COUNCIL, place)
    for position, party in enumerate(values["party"]):
        check_fields(party, PARTY | {"short_name"}, PARTY, place.at("party").at(position))
    return One(values, place)


def _campaign(values: dict[str, Any], place: Place, today: dt.date) -> CampaignPlan:
    check_fields(values, CAMPAIGN | {"unwritten"}, CAMPAIGN - {"postcards_on"}, place)
    file = CONTENT / RESPONSES / f"{values['key']}.toml"
    said = read_toml(file)
    check_fields(said, SAID, set(), Place(file))
    members = []
    for position, member in enumerate(said.pop("member", [])):
        where = Place(file).at("member").at(position)
        check_fields(member, MEMBER, {"name"}, where)
        for name, needed in NEEDS.items():
            if name in member and needed not in member:
                where.at(needed).refuse(f"is missing beside {name}")
        members.append(One(member, where))
    first_day = today + dt.timedelta(days=values["begins"])
    return CampaignPlan(values, place, first_day, members, said)
