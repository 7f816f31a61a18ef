"""Each step from each stage: allowed or refused, and by what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest

from challenge.stages import STEPS, Situation, obstacles
from challenge.vocabulary import Stage

DAY = dt.timedelta(days=1)
NOW = dt.datetime(2025, 10, 20, 12, tzinfo=dt.UTC)
TODAY = NOW.date()

# Nothing stands in the way of any step.
CLEAR = Situation(
    stage=Stage.PREPARING,
    stage_since=NOW - 8 * DAY,
    now=NOW,
    today=TODAY,
    invitation_on=TODAY - 90 * DAY,
    answers_until=NOW - 30 * DAY,
    reply_from=TODAY - 20 * DAY,
    reply_until=TODAY - DAY,
    launch_at=NOW,
    has_method=True,
    method_is_approved=True,
    has_public_page=True,
    invited=45,
    has_snapshot=True,
    snapshot_is_current=True,
    release_is_approved=True,
)
ALLOWED = {
    ("preparing", "running"), ("running", "replying"), ("replying", "ready"), ("ready", "launched"),
    ("preparing", "cancelled"), ("running", "cancelled"), ("replying", "cancelled"),
    ("ready", "cancelled"),
}  # fmt: skip


@pytest.mark.parametrize(("stage", "to"), list(product(Stage.values, Stage.values)))
def test_each_step_is_allowed_or_refused(stage, to):
    found = obstacles(replace(CLEAR, stage=stage), to)
    assert (not found) == ((stage, to) in ALLOWED)
    assert (to in STEPS[stage]) == ((stage, to) in ALLOWED)


@pytest.mark.parametrize(
    ("stage", "changed"),
    [
        ("preparing", {"has_method": False, "method_is_approved": False}),
        ("preparing", {"method_is_approved": False}),
        ("preparing", {"has_public_page": False}),
        ("preparing", {"letters_missing": 1}),
        ("preparing", {"invited": 0}),
        ("preparing", {"invitation_on": TODAY + DAY}),
        ("running", {"answers_until": NOW + dt.timedelta(seconds=1)}),
        ("running", {"reply_from": TODAY + DAY}),
        ("replying", {"reply_until": TODAY}),
        ("replying", {"stage_since": NOW - 7 * DAY + dt.timedelta(seconds=1)}),
        ("replying", {"open_corrections": 2}),
        ("replying", {"has_snapshot": False}),
        ("replying", {"snapshot_is_current": False}),
        ("replying", {"release_is_approved": False}),
        ("ready", {"launch_at": NOW + dt.timedelta(seconds=1)}),
        ("ready", {"release_is_approved": False}),
    ],
)
def test_one_thing_in_the_way_is_one_obstacle_in_words(stage, changed):
    situation = replace(CLEAR, stage=stage, **changed)
    (found,) = obstacles(situation, STEPS[stage][0])
    assert str(found)
    # It can be called off all the same.
    assert obstacles(situation, Stage.CANCELLED) == []


def test_all_that_is_in_the_way_is_said_at_once():
    nothing = replace(CLEAR, has_method=False, has_public_page=False, letters_missing=3, invited=0)
    found = [str(words) for words in obstacles(nothing, Stage.RUNNING)]
    assert len(found) == 4
    assert any("3" in words for words in found)
