"""Lets many members write in their logbooks at the same moment: `python -m tests.at_once 45 2`.

A program of its own, on the database of its environment: the first number says how many members,
the second how often each sends the same entry. It says as JSON what they were answered, and what
the database holds afterwards.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

# As many as the server of the tests has connections for.
MOST_AT_ONCE = 40


def main(number: int, times: int) -> str:
    """Make the members, let them write, and count."""
    django.setup()
    from django.db import connections  # noqa: PLC0415

    from challenge.models import Entry, Happening  # noqa: PLC0415

    tokens, today = _members(number)
    workers = min(number * times, MOST_AT_ONCE if connections["default"].vendor != "sqlite" else 90)
    start = Barrier(workers)
    with ThreadPoolExecutor(workers, initializer=start.wait) as pool:
        jobs = [(token, key, today) for token, key in tokens.items() for _time in range(times)]
        statuses = Counter(pool.map(_write, jobs))
    entries = Entry.objects.all()
    found = {
        "statuses": statuses,
        "entries": entries.count(),
        "weeks": entries.values("week").distinct().count(),
        "words": sum(entry.words == str(entry.key) for entry in entries),
        "logged": Happening.objects.filter(kind="entry-made").count(),
        "versions": sorted(set(entries.values_list("version", flat=True))),
    }
    return json.dumps(found)


def _members(number: int) -> tuple[dict[str, str], str]:
    """Return a token and the key of an entry for each of so many members, and the day."""
    from django.utils import timezone  # noqa: PLC0415

    from challenge import links  # noqa: PLC0415
    from challenge.models import CouncilMember, Invitee, Week  # noqa: PLC0415
    from challenge.tests.factories import PartyFactory  # noqa: PLC0415
    from challenge.tests.weeks import campaign_of_now  # noqa: PLC0415

    now, day = timezone.now(), dt.timedelta(days=1)
    campaign = campaign_of_now(now)
    council = campaign.council
    party = PartyFactory(council=council)
    members = CouncilMember.objects.bulk_create(
        CouncilMember(council=council, name=str(count), sort_name=str(count))
        for count in range(number)
    )
    invitees = Invitee.objects.bulk_create(
        Invitee(campaign=campaign, member=member, party=party) for member in members
    )
    today = timezone.localdate(now)
    Week.objects.bulk_create(Week(invitee=one, starts_on=today - day) for one in invitees)
    tokens = {links.make(one, now): str(uuid.uuid4()) for one in invitees}
    return tokens, today.isoformat()


def _write(job: tuple[str, str, str]) -> int:
    """Send an entry whose words are its key; return the status of the answer."""
    from django.db import connections  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    token, key, today = job
    sent = {"key": key, "seen": 0, "day": today, "amount": "2,50", "spending": "food"}
    sent |= {"words": key, "audience": "private"}
    headers = {"accept": "application/json", "host": "localhost"}
    client = Client(raise_request_exception=False)
    response = client.post(f"/uitdaging/{token}/logboek/", sent, headers=headers)
    connections.close_all()
    return response.status_code


if __name__ == "__main__":
    sys.stdout.write(main(*map(int, sys.argv[1:])))
