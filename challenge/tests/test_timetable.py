"""Which letter is due: never twice, none after an answer, none at night. No database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.letters.timetable import ASKING, REST, Dates, Standing, due, is_daytime
from challenge.vocabulary import LetterKind, Stage

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
FIRST = dt.date(2025, 7, 1)


def at(day: dt.date, hour: int = 12, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=ZONE)


DATES = Dates(
    stage=Stage.RUNNING,
    zone=ZONE,
    invitation_on=FIRST,
    receipt_by=FIRST + 10 * DAY,
    decision_on=FIRST + 60 * DAY,
    last_reminder_on=FIRST + 75 * DAY,
    answers_until=at(FIRST + 80 * DAY, 18),
    reply_from=FIRST + 90 * DAY,
    launch_at=at(FIRST + 107 * DAY, 20),
)
INVITED = ((LetterKind.INVITATION, FIRST),)


def stage_on(day: dt.date) -> Stage:
    """Return where a campaign stands on a day whose team takes every step in time."""
    if day >= DATES.launch_at.date():
        return Stage.LAUNCHED
    if day > DATES.reply_from + 8 * DAY:
        return Stage.READY
    return Stage.REPLYING if day >= DATES.reply_from else Stage.RUNNING


def sent_over(member: Standing, moments: list[dt.datetime]) -> list[tuple[LetterKind, dt.date]]:
    """Return the letters that a member gets when the clock looks at these moments."""
    sent: list[tuple[LetterKind, dt.date]] = list(member.had)
    for now in sorted(moments):
        day = now.astimezone(ZONE).date()
        dates = replace(DATES, stage=stage_on(day))
        kind = due(dates, replace(member, had=tuple(sent)), now)
        if kind:
            sent.append((kind, day))
    return sent


def every_day() -> list[dt.datetime]:
    return [at(FIRST + number * DAY) for number in range(120)]


def test_who_never_answers_is_asked_four_times_and_then_told_what_is_published():
    assert sent_over(Standing(), every_day()) == [
        (LetterKind.INVITATION, DATES.invitation_on),
        (LetterKind.RECEIPT, DATES.receipt_by + DAY),
        (LetterKind.DECISION, DATES.decision_on),
        (LetterKind.LAST_REMINDER, DATES.last_reminder_on),
        (LetterKind.RECORD, DATES.reply_from),
        (LetterKind.LAUNCH, DATES.launch_at.date()),
    ]


def test_who_confirmed_is_not_asked_to_confirm():
    kinds = [kind for kind, _day in sent_over(Standing(has_confirmed=True), every_day())]
    assert LetterKind.RECEIPT not in kinds
    assert LetterKind.DECISION in kinds


def test_a_week_has_a_letter_at_its_beginning_and_after_its_end():
    starts = DATES.decision_on + 3 * DAY
    member = Standing(has_answered=True, week_starts_on=starts, week_ends_on=starts + 6 * DAY)
    assert sent_over(member, every_day())[:2] == [
        (LetterKind.WEEK_STARTS, starts),
        (LetterKind.WEEK_ENDS, starts + 7 * DAY),
    ]


def test_who_is_outside_is_asked_nothing_but_sees_their_record():
    kinds = [kind for kind, _day in sent_over(Standing(is_outside=True), every_day())]
    assert kinds == [LetterKind.RECORD, LetterKind.LAUNCH]


def test_nobody_is_mailed_at_an_address_that_mail_came_back_from():
    assert sent_over(Standing(can_be_mailed=False), every_day()) == []


def test_who_joins_late_is_first_invited_and_then_left_in_peace_for_some_days():
    late = [now for now in every_day() if now.date() >= DATES.last_reminder_on]
    sent = sent_over(Standing(), late)
    assert sent[:2] == [
        (LetterKind.INVITATION, DATES.last_reminder_on),
        (LetterKind.LAST_REMINDER, DATES.last_reminder_on + REST),
    ]


def test_a_clock_that_stood_still_does_not_make_up_for_it():
    late = [now for now in every_day() if now.date() >= DATES.decision_on]
    kinds = [kind for kind, _day in sent_over(Standing(had=INVITED), late)]
    assert LetterKind.RECEIPT not in kinds


def test_the_deadline_ends_all_asking_to_the_minute():
    last_day = DATES.answers_until.date()
    member = Standing(had=INVITED)
    assert due(DATES, member, at(last_day, 17, 59)) == LetterKind.LAST_REMINDER
    assert due(DATES, member, at(last_day, 18)) is None


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.RUNNING}))
def test_nobody_is_asked_in_a_campaign_that_does_not_run(stage):
    for now in every_day():
        assert due(replace(DATES, stage=stage), Standing(), now) not in ASKING


@pytest.mark.parametrize("day", [dt.date(2025, 3, 30), dt.date(2025, 10, 26)])
def test_a_day_on_which_the_clock_changes_is_a_day_like_others(day):
    dates = replace(DATES, invitation_on=day, answers_until=at(day + 30 * DAY))
    noon_before = at(day - DAY).astimezone(dt.UTC)
    member, sent = Standing(), []
    # By the hour of the world's clock, so that one hour of the city's is missing or comes twice.
    for number in range(72):
        now = noon_before + number * HOUR
        kind = due(dates, member, now)
        if kind:
            sent.append((kind, now.astimezone(ZONE)))
            member = replace(member, had=((kind, now.astimezone(ZONE).date()),))
    ((kind, when),) = sent
    assert (kind, when.date(), when.hour) == (LetterKind.INVITATION, day, 9)


moments = st.integers(0, 120 * 24 * 4).map(
    lambda quarter: at(FIRST - 5 * DAY).astimezone(dt.UTC) + quarter * HOUR / 4
)
members = st.builds(
    Standing,
    can_be_mailed=st.booleans(),
    is_outside=st.booleans(),
    has_confirmed=st.booleans(),
    has_answered=st.booleans(),
    week_starts_on=st.none() | st.integers(0, 90).map(lambda number: FIRST + number * DAY),
    week_ends_on=st.none() | st.integers(0, 90).map(lambda number: FIRST + number * DAY),
)


@given(member=members, looks=st.lists(moments, max_size=60))
def test_no_letter_comes_twice_nor_two_reminders_close_together(member, looks):
    sent = sent_over(member, looks)
    kinds = [kind for kind, _day in sent]
    assert len(kinds) == len(set(kinds))
    asked = [day for kind, day in sent if kind in ASKING]
    assert all(later - earlier >= REST for earlier, later in pairwise(asked))
    assert not asked or kinds[0] == LetterKind.INVITATION


@given(member=members, looks=st.lists(moments, max_size=60), answered=moments)
def test_an_answer_ends_all_asking_at_once(member, looks, answered):
    before = [now for now in looks if now < answered]
    after = [now for now in looks if now >= answered]
    sent = sent_over(replace(member, has_answered=False), before)
    all_of_it = sent_over(replace(member, has_answered=True, had=tuple(sent)), after)
    assert not {kind for kind, _day in all_of_it[len(sent) :]} & set(ASKING)


@given(member=members, now=moments)
def test_no_letter_leaves_at_night(member, now):
    if due(DATES, member, now):
        assert 9 <= now.astimezone(ZONE).hour < 19
        assert is_daytime(now, ZONE)
