"""What goes into a snapshot: the inputs as they are, and the results that follow from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils import timezone

from challenge.alphabet import alphabetical
from challenge.facts import Status
from challenge.index import PartyResult, compute, scenarios_for
from challenge.index_input import Party, checked_weights
from challenge.models import Campaign
from challenge.publication.reading import facts_from
from challenge.publication.results import OUTSIDE, UNKNOWN
from challenge.selectors import Asked
from challenge.vocabulary import NO_ANSWER

FORMAT = 1
_DATES = (
    "invitation_on", "receipt_by", "postcards_on", "decision_on", "last_reminder_on",
    "answers_until", "weeks_until", "reply_from", "reply_until", "launch_at",
)  # fmt: skip
_HEADINGS = {
    Status.OUTSIDE: OUTSIDE,
    Status.UNKNOWN: UNKNOWN,
    Status.NO_REPLY: NO_ANSWER,
}


def campaign_content(campaign: Campaign) -> dict[str, Any]:
    """Return what a campaign asks, with its dates."""
    return {
        "name": campaign.name,
        "slug": campaign.slug,
        "council": campaign.council.name,
        "city": campaign.council.city,
        "is_example": campaign.council.is_example,
        "amount_cents": campaign.amount_cents,
        "covers": sorted(campaign.covers),
        "dates": {name: _written(getattr(campaign, name)) for name in _DATES},
    }


def inputs_of(asked: Iterable[Asked]) -> dict[str, Any]:
    """Return the parties and members of a campaign, in an order that is always the same."""
    members = list(asked)
    parties = {one.invitee.party_id: one.invitee.party for one in members}
    return {
        "parties": [
            {"slug": party.slug, "name": party.name, "short_name": party.short_name}
            for party in sorted(parties.values(), key=lambda party: alphabetical(party.name))
        ],
        "members": sorted(
            (member_content(one) for one in members),
            key=lambda said: (alphabetical(said["sort_name"]), said["id"]),
        ),
    }


def member_content(asked: Asked) -> dict[str, Any]:
    """Return exactly what is published of a member. Never an address, nor why one was absent."""
    member, found = asked.invitee.member, asked.established
    return {
        "id": str(member.uuid),
        "name": member.name,
        "sort_name": member.sort_name,
        "party": asked.invitee.party.slug,
        "status": found.status.value,
        "heading": found.answer.choice if found.answer else _HEADINGS[found.status],
        "whole_time": found.whole_time,
        "facts": None if found.facts is None else "".join(str(int(one)) for one in found.facts),
        "answered_at": found.answer and _written(found.answer.at),
        "corrected": list(found.corrected),
        "statement": asked.statement,
    }


def results_of(inputs: Mapping[str, Any], weights: Mapping[str, str]) -> dict[str, Any]:
    """Return what follows from the inputs: anybody can do the same from the published file."""
    weighed = {fact: Fraction(text) for fact, text in weights.items()}
    slugs = {party["name"]: party["slug"] for party in inputs["parties"]}
    members = {slug: _eligible(slug, inputs["members"]) for slug in slugs.values()}
    reckoned = [Party(name, members[slug]) for name, slug in slugs.items() if members[slug]]
    found = [_row(one, slugs[one.name]) for one in compute(reckoned, weighed)]
    # A party of which all are outside: listed, without a place.
    nobody = [
        _row(PartyResult(name, None, None, None, 0, 0, {}), slug)
        for name, slug in slugs.items()
        if not members[slug]
    ]
    return {"parties": found + nobody}


def scenario_names(weights: Mapping[str, str]) -> list[str]:
    """Return the names of the scenarios that can be reckoned with these weights."""
    weighed = checked_weights({fact: Fraction(text) for fact, text in weights.items()})
    return [one.name for one in scenarios_for(weighed)]


def _eligible(slug: str, members: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple(
        facts_from(one["facts"])
        for one in members
        if one["party"] == slug and one["status"] != Status.OUTSIDE
    )


def _row(one: PartyResult, slug: str) -> dict[str, Any]:
    return {
        "slug": slug,
        "name": one.name,
        "score": None if one.score is None else str(one.score),
        "place": one.place,
        "band": None if one.band is None else list(one.band),
        "n": one.n,
        "unknown": one.unknown,
        "places": dict(one.places),
    }


def _written(value: dt.date | dt.datetime | None) -> str | None:
    """Return a date, or a moment in UTC, as it stands in the file."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value, dt.UTC).isoformat()
    return None if value is None else value.isoformat()
