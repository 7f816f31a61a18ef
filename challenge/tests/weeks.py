"""A member with a link, who took it on, and what their phone sends."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from challenge import links
from challenge.models import Answer, Campaign, Invitee, Week
from challenge.tests.factories import NOW, TODAY, CampaignFactory, InviteeFactory, WeekFactory
from challenge.vocabulary import Choice

JSON = {"accept": "application/json"}


def campaign_of_now(now: dt.datetime) -> Campaign:
    """Return a campaign that runs at a moment, for programs whose clock nobody sets."""
    today, day = now.date(), dt.timedelta(days=1)
    return CampaignFactory(
        answers_until=now + 5 * day,
        weeks_until=today + 20 * day,
        reply_from=today + 21 * day,
        reply_until=today + 30 * day,
        launch_at=now + 40 * day,
    )


def taker(**attributes: Any) -> Invitee:
    """Return a member who took it on."""
    invitee = InviteeFactory(**attributes)
    Answer.objects.create(invitee=invitee, number=1, choice=Choice.ACCEPT, given_at=NOW)
    return invitee


def week_from(first_day: dt.date = TODAY - dt.timedelta(days=1), **attributes: Any) -> Week:
    """Return the week of somebody who took it on."""
    return WeekFactory(invitee=taker(), starts_on=first_day, **attributes)


class Phone:
    """A browser of a member, which holds their link."""

    def __init__(self, invitee: Invitee) -> None:
        """Take whose it is."""
        self.client, self.token = Client(), links.make(invitee, NOW)

    def address(self, name: str, *arguments: Any) -> str:
        """Return the address of one of their pages."""
        return reverse(f"challenge:{name}", args=[self.token, *arguments])

    def get(self, name: str, *arguments: Any) -> HttpResponse:
        """Open a page."""
        return self.client.get(self.address(name, *arguments))

    def post(self, name: str, *arguments: Any, **data: Any) -> HttpResponse:
        """Press the button of a form."""
        return self.client.post(self.address(name, *arguments), data)

    def write(self, *, script: bool = True, **data: Any) -> HttpResponse:
        """Send an entry: two euros fifty for food today, but for what is given."""
        sent = {
            "key": str(uuid.uuid4()),
            "seen": 0,
            "day": TODAY.isoformat(),
            "amount": "2,50",
            "spending": "food",
            "words": "",
            "audience": "private",
        } | data
        headers = JSON if script else {}
        return self.client.post(self.address("logbook"), sent, headers=headers)
