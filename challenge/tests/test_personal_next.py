"""What a member is told to be next: at every stage, with every answer, however the week stands."""

from __future__ import annotations

import itertools

import pytest

from django.template.loader import render_to_string

from challenge.logbook.standing import Standing
from challenge.models import Campaign, Week
from challenge.personal.access import Visit
from challenge.personal.moment import Next, Situation, next_for
from challenge.tests.factories import NOW, TODAY, CampaignFactory, InviteeFactory
from challenge.vocabulary import Choice, Stage

BOTH = (True, False)
# A campaign that runs shuts no week.
WEEKS = (None, *(one for one in Standing if one is not Standing.SHUT))


def test_there_is_something_next_in_every_situation_and_each_next_comes_up():
    found = {
        next_for(
            Situation(
                stage=stage,
                takes_answers=takes,
                is_week_left=left,
                is_received=received,
                choice=choice,
                week=week,
            )
        )
        for stage, takes, left, received, choice, week in itertools.product(
            Stage.values, BOTH, BOTH, BOTH, ("", *Choice.values), WEEKS
        )
    }
    assert found == set(Next)


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        ({}, Next.RECEIPT),
        ({"is_received": True}, Next.ANSWER),
        ({"takes_answers": False}, Next.TOO_LATE),
        ({"choice": Choice.NO}, Next.ANSWERED),
        # Who answers at once need not say first that the question arrived.
        ({"choice": Choice.NONSENSE, "is_received": False}, Next.ANSWERED),
        ({"choice": Choice.ACCEPT}, Next.CHOOSE_WEEK),
        ({"choice": Choice.ACCEPT, "is_week_left": False}, Next.NO_WEEK_LEFT),
        ({"choice": Choice.ACCEPT, "takes_answers": False, "week": Standing.OVER}, Next.WEEK_OVER),
        # Who took it on and changed their mind is not asked about a week any more.
        ({"choice": Choice.NO, "week": Standing.RUNNING}, Next.ANSWERED),
    ],
)
def test_what_is_next_while_a_campaign_runs(situation, expected):
    running = {"stage": Stage.RUNNING, "takes_answers": True, "is_week_left": True}
    assert next_for(Situation(**(running | situation))) is expected


@pytest.mark.django_db
@pytest.mark.parametrize("coming", Next)
def test_each_next_is_told_in_words(coming):
    campaign: Campaign = CampaignFactory()
    visit = Visit(InviteeFactory(campaign=campaign), "x" * 59, NOW)
    context = {"visit": visit, "next": coming.value, "week": Week(starts_on=TODAY)}
    told = render_to_string("challenge/personal/next.html", context)
    assert "<p>" in told
    assert ("<a " in told or "<form" in told) == (
        coming
        not in {Next.WAIT, Next.TOO_LATE, Next.ANSWERED, Next.NO_WEEK_LEFT, Next.RESULTS}
        | {Next.CANCELLED}
    )
