"""When a member is reminded: at most once a day, by day, not in a holiday."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from redactieraad.letters.timetable import CITY, Reader, is_away, is_digest_due

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=CITY)
TODAY = NOON.date()
DAY = dt.timedelta(days=1)

moments = st.datetimes(
    dt.datetime(2026, 1, 1),  # noqa: DTZ001 - the zone is the next argument's
    dt.datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, CITY, dt.timezone(dt.timedelta(hours=-9))]),
)
days = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1))
readers = st.builds(Reader, wants=st.booleans(), reminded_on=days, away_from=days, away_until=days)
counts = st.integers(min_value=0, max_value=50)


def test_who_wants_it_is_reminded_by_day_when_something_waits():
    assert is_digest_due(NOON, Reader(), waiting=1)


def test_nothing_waiting_is_nothing_to_tell():
    assert not is_digest_due(NOON, Reader(), waiting=0)


def test_who_does_not_want_it_is_left_alone():
    assert not is_digest_due(NOON, Reader(wants=False), waiting=1)


@pytest.mark.parametrize(
    ("hour", "minute", "due"), [(8, 59, False), (9, 0, True), (19, 59, True), (20, 0, False)]
)
def test_nobody_is_woken(hour, minute, due):
    moment = NOON.replace(hour=hour, minute=minute)
    assert is_digest_due(moment, Reader(), waiting=1) is due
    assert is_digest_due(moment.astimezone(dt.UTC), Reader(), waiting=1) is due


@pytest.mark.parametrize("month", [1, 7])
def test_the_clock_is_that_of_the_city_in_winter_and_summer(month):
    morning = dt.datetime(2026, month, 15, 9, 0, tzinfo=CITY)
    assert is_digest_due(morning.astimezone(dt.UTC), Reader(), waiting=1)
    before = morning - dt.timedelta(minutes=1)
    assert not is_digest_due(before.astimezone(dt.UTC), Reader(), waiting=1)


def test_once_a_day():
    assert not is_digest_due(NOON, Reader(reminded_on=TODAY), waiting=1)
    assert is_digest_due(NOON, Reader(reminded_on=TODAY - DAY), waiting=1)


@pytest.mark.parametrize(
    ("start", "end", "away"),
    [
        (-1, 1, True),
        (0, 0, True),
        (0, 5, True),
        (-5, 0, True),
        (1, 5, False),
        (-5, -1, False),
        (None, None, False),
        (0, None, True),
        (1, None, False),
        (None, 0, True),
        (None, -1, False),
        (1, -1, False),
    ],
)
def test_a_holiday_is_left_alone_from_its_first_to_its_last_day(start, end, away):
    first = None if start is None else TODAY + start * DAY
    last = None if end is None else TODAY + end * DAY
    reader = Reader(away_from=first, away_until=last)
    assert is_away(TODAY, reader) is away
    assert is_digest_due(NOON, reader, waiting=1) is not away


@given(now=moments, reader=readers, waiting=counts)
def test_a_reminder_comes_unless_there_is_a_reason_against_it(now, reader, waiting):
    there = now.astimezone(CITY)
    reasons = [
        not 9 <= there.hour < 20,
        not reader.wants,
        waiting == 0,
        is_away(there.date(), reader),
        reader.reminded_on is not None and reader.reminded_on >= there.date(),
    ]
    assert is_digest_due(now, reader, waiting) is not any(reasons)


@given(day=st.dates(dt.date(2026, 1, 1)), clock=st.times(), reader=readers, waiting=counts)
def test_who_was_reminded_is_not_reminded_again_that_day(day, clock, reader, waiting):
    assume(day < dt.date(9999, 1, 1))
    now = dt.datetime.combine(day, clock, CITY)
    assert not is_digest_due(now, replace(reader, reminded_on=day), waiting)


@given(reader=readers, waiting=counts, day=st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)))
def test_checking_each_quarter_of_an_hour_reminds_once_a_day_at_most(reader, waiting, day):
    start = dt.datetime.combine(day, dt.time(0), CITY).astimezone(dt.UTC)
    sent = 0
    # 25 hours: one day a year is as long.
    for quarter in range(25 * 4):
        now = start + quarter * dt.timedelta(minutes=15)
        if now.astimezone(CITY).date() == day and is_digest_due(now, reader, waiting):
            sent += 1
            reader = replace(reader, reminded_on=day)
    assert sent <= 1
