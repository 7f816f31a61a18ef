"""Makes campaigns and the people in them for tests: all dates lie around one moment."""

from __future__ import annotations

import datetime as dt
from typing import Any

import factory

from django.utils import timezone

from challenge import models
from challenge.vocabulary import LetterKind, Spending

# Noon in Rotterdam on a plain day of a running campaign.
TODAY = dt.date(2025, 9, 3)


def moment(day: dt.date, hour: int = 12) -> dt.datetime:
    """Return an hour of a day in the site's own time zone."""
    return dt.datetime.combine(day, dt.time(hour), tzinfo=timezone.get_default_timezone())


NOW = moment(TODAY)


class CouncilFactory(factory.django.DjangoModelFactory):
    """A council of an invented city."""

    name = "Gemeenteraad van Voorbeeldstad"
    city = "Voorbeeldstad"
    slug = factory.Sequence(lambda number: f"voorbeeldstad-{number}")
    is_example = True

    class Meta:
        """What it makes."""

        model = models.Council


class PartyFactory(factory.django.DjangoModelFactory):
    """A party."""

    council = factory.SubFactory(CouncilFactory)
    name = factory.Sequence(lambda number: f"Voorbeeldpartij {number}")
    slug = factory.Sequence(lambda number: f"voorbeeldpartij-{number}")

    class Meta:
        """What it makes."""

        model = models.Party


class CouncilMemberFactory(factory.django.DjangoModelFactory):
    """A member."""

    council = factory.SubFactory(CouncilFactory)
    name = factory.Sequence(lambda number: f"Raadslid {number}")
    email = factory.Sequence(lambda number: f"raadslid{number}@voorbeeld.example")

    class Meta:
        """What it makes."""

        model = models.CouncilMember


class MethodFactory(factory.django.DjangoModelFactory):
    """A method with equal weights, not yet approved."""

    version = factory.Sequence(str)
    words = "Elk feit telt even zwaar."
    live = False

    class Meta:
        """What it makes."""

        model = models.Method


class CampaignFactory(factory.django.DjangoModelFactory):
    """A campaign on all whose dates `TODAY` lies between the invitation and the deadline."""

    name = factory.Sequence(lambda number: f"Uitdaging {number}")
    slug = factory.Sequence(lambda number: f"uitdaging-{number}")
    council = factory.SubFactory(CouncilFactory)
    method = factory.SubFactory(MethodFactory)
    weekly_amount = 50
    covers = factory.LazyFunction(lambda: [Spending.FOOD, Spending.CARE, Spending.TRAVEL])
    invitation_on = TODAY - dt.timedelta(days=60)
    receipt_by = TODAY - dt.timedelta(days=50)
    postcards_on = TODAY - dt.timedelta(days=30)
    decision_on = TODAY + dt.timedelta(days=10)
    last_reminder_on = TODAY + dt.timedelta(days=15)
    answers_until = moment(TODAY + dt.timedelta(days=18), 18)
    weeks_until = TODAY + dt.timedelta(days=30)
    reply_from = TODAY + dt.timedelta(days=31)
    reply_until = TODAY + dt.timedelta(days=39)
    launch_at = moment(TODAY + dt.timedelta(days=43), 20)
    stage = models.campaigns.Stage.RUNNING

    class Meta:
        """What it makes."""

        model = models.Campaign
        skip_postgeneration_save = True

    @factory.post_generation
    def letters(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:  # noqa: FBT001
        """Give it words for every letter."""
        for kind in LetterKind:
            # The related manager of a cluster would keep them in memory.
            models.CampaignLetter.objects.create(
                campaign=self, kind=kind, subject=f"Over {kind}", words="Beste raadslid,"
            )


class InviteeFactory(factory.django.DjangoModelFactory):
    """A member who is asked, for a party of the campaign's council."""

    campaign = factory.SubFactory(CampaignFactory)
    member = factory.SubFactory(
        CouncilMemberFactory, council=factory.SelfAttribute("..campaign.council")
    )
    party = factory.SubFactory(PartyFactory, council=factory.SelfAttribute("..campaign.council"))

    class Meta:
        """What it makes."""

        model = models.Invitee


class WeekFactory(factory.django.DjangoModelFactory):
    """A logbook week that began the day before `TODAY`."""

    invitee = factory.SubFactory(InviteeFactory)
    starts_on = TODAY - dt.timedelta(days=1)

    class Meta:
        """What it makes."""

        model = models.Week


class EntryFactory(factory.django.DjangoModelFactory):
    """Something that was spent on the first day of a week."""

    week = factory.SubFactory(WeekFactory)
    day = factory.SelfAttribute("week.starts_on")
    spending = Spending.FOOD
    cents = 250

    class Meta:
        """What it makes."""

        model = models.Entry
