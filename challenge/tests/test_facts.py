"""What a member's record says, at the edges of each fact."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge.facts import Status, establish
from challenge.index_input import FACTS
from challenge.records import Attempt, Entered, Given, Kept, Record, Terms
from challenge.vocabulary import Channel, Choice, FactKey, Outside, Spending

DAY = dt.timedelta(days=1)
INVITATION, DEADLINE = dt.date(2025, 7, 4), dt.date(2025, 9, 21)
UNTIL = dt.datetime(2025, 9, 21, 18, tzinfo=dt.UTC)
MONDAY = dt.date(2025, 9, 22)
AFTER = MONDAY + 7 * DAY
NOW = dt.datetime(2025, 10, 10, 12, tzinfo=dt.UTC)
TERMS = Terms(INVITATION, DEADLINE, UNTIL, 5000, frozenset({Spending.FOOD, Spending.CARE}))
WHOLE = ((INVITATION, None),)
YES = Given(Choice.ACCEPT, UNTIL - DAY)
NO = Given(Choice.NO, UNTIL - DAY)


def days(number, *, cents=0, shared=True, spending=Spending.FOOD, first=MONDAY):
    return tuple(Entered(first + at * DAY, spending, cents, shared) for at in range(number))


def tries(*channels, at=UNTIL - DAY):
    return tuple(Attempt(channel, at) for channel in channels)


FOUR = tries(Channel.MAIL, Channel.MAIL, Channel.MAIL, Channel.PHONE)
FULL = Record(
    answers=(YES,),
    week=Kept(MONDAY, is_stopped=False, is_closed=True),
    entries=days(7, cents=700),
    is_verified=True,
    seats=WHOLE,
)


def facts(record, today=AFTER):
    found = establish(record, TERMS, NOW, today)
    assert found.status == Status.KNOWN
    return "".join(str(int(one)) for one in found.facts)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "11111"),
        ({"answers": (NO,), "week": None, "entries": ()}, "10000"),
        ({"answers": (Given(Choice.NONSENSE, UNTIL - DAY),), "week": None}, "10000"),
        # The newest counts; a late one does not.
        ({"answers": (YES, NO)}, "10111"),
        ({"answers": (YES, Given(Choice.NO, UNTIL))}, "11111"),
        # Five days make a logbook, and private words are none.
        ({"entries": days(5)}, "11111"),
        ({"entries": days(4) + days(1)}, "11011"),
        ({"entries": days(4) + days(7, shared=False)}, "11011"),
        ({"entries": days(4) + days(3, first=MONDAY + 7 * DAY)}, "11011"),
        # A week is closed, or written on every day; a stopped one is neither.
        ({"week": Kept(MONDAY, is_stopped=False, is_closed=False)}, "11111"),
        ({"week": Kept(MONDAY, is_stopped=False, is_closed=False), "entries": days(6)}, "11100"),
        (
            {
                "week": Kept(MONDAY, is_stopped=False, is_closed=False),
                "entries": days(7, shared=False),
            },
            "11011",
        ),
        ({"week": Kept(MONDAY, is_stopped=True, is_closed=True)}, "11100"),
        ({"week": None, "entries": ()}, "11000"),
        # Private amounts count too, but only for what the amount is for.
        ({"entries": days(5, cents=1000)}, "11111"),
        ({"entries": days(5, cents=1000) + days(1, cents=1, shared=False)}, "11110"),
        ({"entries": days(7, cents=9000, spending=Spending.TRAVEL)}, "11111"),
        ({"entries": days(7, cents=9000, spending="")}, "11111"),
        ({"entries": days(5) + days(1, cents=9000, first=MONDAY - DAY)}, "11111"),
    ],
)
def test_each_fact_at_its_edges(changed, expected):
    assert facts(replace(FULL, **changed)) == expected


def test_a_week_is_kept_up_only_when_its_last_day_is_over():
    assert facts(FULL, today=AFTER - DAY) == "11100"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"attempts": FOUR}, Status.NO_REPLY),
        ({"attempts": FOUR[:3] + tries(Channel.MAIL)}, Status.UNKNOWN),
        ({"attempts": FOUR[1:]}, Status.UNKNOWN),
        ({"attempts": FOUR, "is_verified": False}, Status.UNKNOWN),
        ({"attempts": FOUR[1:] + tries(Channel.PHONE, at=UNTIL)}, Status.UNKNOWN),
        ({"attempts": FOUR, "answers": (Given(Choice.NO, UNTIL),)}, Status.NO_REPLY),
        ({"attempts": FOUR, "answers": (NO,)}, Status.KNOWN),
    ],
)
def test_no_reply_has_to_be_established_and_is_not_the_same_as_unknown(changed, expected):
    found = establish(Record(**{"is_verified": True, "seats": WHOLE} | changed), TERMS, NOW, AFTER)
    assert found.status == expected
    if expected == Status.NO_REPLY:
        assert found.facts == (False,) * 5
    if expected == Status.UNKNOWN:
        assert found.facts is None


def test_nobody_is_said_not_to_reply_before_the_deadline():
    silent = Record(attempts=FOUR, is_verified=True, seats=WHOLE)
    before = establish(silent, TERMS, UNTIL - dt.timedelta(seconds=1), DEADLINE)
    assert before.status == Status.UNKNOWN
    assert establish(silent, TERMS, UNTIL, DEADLINE).status == Status.NO_REPLY


@pytest.mark.parametrize(
    ("changed", "whole_time"),
    [
        ({"outside": Outside.ILL}, True),
        ({"outside": Outside.LEAVE}, True),
        ({"outside": Outside.REPLACED}, False),
        ({"seats": ()}, False),
        ({"seats": ((INVITATION + DAY, None),)}, False),
        ({"seats": ((INVITATION, DEADLINE - DAY),)}, False),
        ({"seats": ((INVITATION, DEADLINE - 9 * DAY), (DEADLINE - 7 * DAY, None))}, False),
    ],
)
def test_who_was_not_there_all_the_time_is_outside_whatever_they_answered(changed, whole_time):
    found = establish(replace(FULL, **changed), TERMS, NOW, AFTER)
    assert (found.status, found.facts, found.answer) == (Status.OUTSIDE, None, None)
    assert found.whole_time is whole_time


def test_one_term_after_another_is_the_whole_time():
    seats = ((DEADLINE - 8 * DAY, DEADLINE), (INVITATION - DAY, DEADLINE - 9 * DAY))
    assert facts(replace(FULL, seats=seats)) == "11111"


@pytest.mark.parametrize(
    ("rulings", "expected", "corrected"),
    [
        ({FactKey.WITHIN: False}, "11110", ("within",)),
        ({FactKey.WITHIN: True}, "11111", ()),
        # Within the amount follows from the week that was ruled.
        ({FactKey.WEEK: False}, "11100", ("week", "within")),
        ({FactKey.WEEK: False, FactKey.WITHIN: True}, "11101", ("week",)),
        ({FactKey.ACCEPTED: False}, "10111", ("accepted",)),
    ],
)
def test_a_ruling_stands_above_what_the_site_found(rulings, expected, corrected):
    record = replace(FULL, rulings=rulings)
    assert facts(record) == expected
    assert establish(record, TERMS, NOW, AFTER).corrected == corrected


def test_a_ruling_can_let_a_late_answer_count_and_an_answer_not():
    late = Record(answers=(Given(Choice.NO, UNTIL + DAY),), seats=WHOLE)
    assert establish(late, TERMS, NOW, AFTER).status == Status.UNKNOWN
    assert facts(replace(late, rulings={FactKey.ANSWERED: True})) == "10000"
    voided = establish(replace(FULL, rulings={FactKey.ANSWERED: False}), TERMS, NOW, AFTER)
    assert (voided.status, voided.corrected) == (Status.UNKNOWN, ("answered",))
    # There is nothing to rule on where nothing was ever answered.
    nothing = Record(seats=WHOLE, rulings={FactKey.ANSWERED: True})
    assert establish(nothing, TERMS, NOW, AFTER).status == Status.UNKNOWN


entries = st.builds(
    Entered,
    st.integers(-2, 9).map(lambda at: MONDAY + at * DAY),
    st.sampled_from(["", *Spending.values]),
    st.integers(0, 3000),
    st.booleans(),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(entries, max_size=14), st.booleans(), st.booleans(), st.permutations(range(14)))
def test_the_order_of_entries_changes_nothing_and_within_asks_a_week(found, stopped, closed, order):
    week = Kept(MONDAY, is_stopped=stopped, is_closed=closed)
    record = replace(FULL, week=week, entries=tuple(found))
    shuffled = tuple(found[at] for at in order if at < len(found))
    said = dict(zip(FACTS, facts(record), strict=True))
    assert facts(replace(record, entries=shuffled)) == "".join(said.values())
    if said["within"] == "1":
        assert said["week"] == "1"
    if stopped:
        assert said["week"] == "0"
