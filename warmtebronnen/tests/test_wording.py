"""Distances and openings are said as people say them."""

from __future__ import annotations

import datetime as dt

import pytest

from warmtebronnen import hours
from warmtebronnen.directory.opening_status import Standing
from warmtebronnen.directory.wording import say_distance, say_standing

# A Monday.
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=hours.ZONE)


@pytest.mark.parametrize(
    ("kilometres", "exactly", "about"),
    [
        (0.01, "50 m", "ongeveer 0,5 km"),
        (0.38, "400 m", "ongeveer 0,5 km"),
        (0.9, "900 m", "ongeveer 1 km"),
        (2.27, "2,3 km", "ongeveer 2,5 km"),
        (11.9, "11,9 km", "ongeveer 12 km"),
    ],
)
def test_a_distance_is_no_more_exact_than_it_is_known(kilometres, exactly, about):
    assert say_distance(kilometres) == exactly
    assert say_distance(kilometres, is_estimate=True) == about


@pytest.mark.parametrize(
    ("later", "word"),
    [
        (dt.timedelta(hours=2), "14:00"),
        (dt.timedelta(days=1), "morgen"),
        (dt.timedelta(days=6, hours=-1), "zondag"),
        # By its day of the week, the same day next week would be read as today.
        (dt.timedelta(days=7, hours=-2), "30 november"),
    ],
)
def test_when_it_opens_is_said_by_a_day_that_cannot_be_mistaken(later, word):
    assert word in say_standing(Standing(hours.State.CLOSED, NOON + later), NOON)
