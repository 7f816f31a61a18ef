"""Opening hours: what the clock in Rotterdam makes of them."""

# ruff: noqa: DTZ001 - what the clock on a wall says has no zone, and that is what is tested
import datetime as dt
import os
import time
from zoneinfo import ZoneInfo

import opening_hours
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from warmtebronnen import hours
from warmtebronnen.hours.holidays import holidays_of
from warmtebronnen.hours.plan import MonthRule, Plan
from warmtebronnen.tests import hours_model
from warmtebronnen.tests.hours_strategies import plans, texts

ROTTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text, fold=0):
    return dt.datetime.fromisoformat(text).replace(tzinfo=ROTTERDAM, fold=fold)


CASES = [
    # Week, year and midnight.
    ("Fr-Mo 10:00-12:00", "2026-11-22 11:00", True),
    ("Fr-Mo 10:00-12:00", "2026-11-24 11:00", False),
    ("Nov-Mar Mo 10:00-12:00", "2026-12-28 10:00", True),
    ("Dec 24-Jan 02 off; Mo-Su 10:00-12:00", "2026-12-30 11:00", True),
    ("Mo-Su 10:00-12:00; Dec 24-Jan 02 off", "2027-01-02 11:00", False),
    ("Mo-Su 10:00-12:00; Dec 24-Jan 02 off", "2027-01-03 11:00", True),
    ("Mo-Su 10:00-12:00; 2026 Dec 24-2027 Jan 02 off", "2027-12-30 11:00", True),
    ("Mo-Fr 09:00-17:00", "2026-11-23 09:00", True),
    ("Mo-Fr 09:00-17:00", "2026-11-23 17:00", False),
    ("Mo 00:00-24:00", "2026-11-23 23:59", True),
    ("Mo 00:00-24:00", "2026-11-24 00:00", False),
    ("Sa 20:00-26:00", "2026-11-29 01:59", True),
    ("Su 22:00-04:00", "2026-11-23 03:00", True),
    ("Dec 31 20:00-04:00", "2027-01-01 03:00", True),
    # A night belongs to the day it began on, whatever the next day has.
    ("Fr 20:00-02:00; Sa 10:00-12:00", "2026-11-28 01:00", True),
    ("Sa 10:00-12:00; Fr 20:00-02:00", "2026-11-28 01:00", True),
    ("Fr 20:00-02:00; Sa off", "2026-11-28 01:00", True),
    ("Mo-Su 20:00-02:00; PH off", "2027-01-01 01:00", True),
    ("Mo-Su 20:00-02:00; PH off", "2027-01-01 21:00", False),
    ("Mo-Su 20:00-02:00; PH off", "2027-01-02 01:00", False),
    ('Fr 20:00-02:00 "neem 20:00-02:00 brood mee"; Sa 10:00-12:00', "2026-11-28 01:00", True),
    # Weeks and months.
    ("week 1-53/2 Mo 10:00-12:00", "2026-12-28 11:00", True),
    ("week 1-53/2 Mo 10:00-12:00", "2027-01-11 11:00", False),
    ("Tu[1] 10:00-12:00", "2026-12-01 11:00", True),
    ("Tu[1] 10:00-12:00", "2026-12-08 11:00", False),
    ("Mo[-1] 10:00-12:00", "2026-11-30 11:00", True),
    ("Mo[5] 10:00-12:00", "2026-11-23 11:00", False),
    ("Feb 29 10:00-12:00", "2028-02-29 11:00", True),
    # Open, shut, not sure.
    ("24/7", "2026-12-25 03:00", True),
    ("24/7 off", "2026-11-23 11:00", False),
    ('Mo 10:00-12:00 unknown "bel eerst"', "2026-11-23 11:00", False),
    ('Mo-Fr 10:00-12:00 "bel eerst"', "2026-11-23 11:00", True),
    ("", "2026-11-23 11:00", False),
    ("sunrise-sunset", "2026-06-21 21:30", True),
    ("sunrise-sunset", "2026-12-21 17:00", False),
]


@pytest.mark.parametrize(("spec", "moment", "expected"), CASES)
def test_awkward_hours_are_read_as_they_hang_on_the_door(spec, moment, expected):
    assert hours.is_open(spec, at(moment)) is expected


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2027-01-01", "new-year"),
        ("2026-04-03", ""),
        ("2026-04-05", "easter-sunday"),
        ("2026-04-06", "easter-monday"),
        ("2026-04-27", "kings-day"),
        ("2025-04-26", "kings-day"),
        ("2025-04-27", ""),
        ("2026-05-05", ""),
        ("2026-05-14", "ascension"),
        ("2026-05-24", "whit-sunday"),
        ("2026-05-25", "whit-monday"),
        ("2026-12-24", ""),
        ("2026-12-25", "christmas-day"),
        ("2026-12-26", "boxing-day"),
    ],
)
def test_dutch_holidays_are_known_by_name_and_kept(day, key):
    assert hours.holiday_on(dt.date.fromisoformat(day)) == key
    assert hours.is_open("Mo-Su 10:00-12:00; PH off", at(f"{day} 11:00")) is (not key)


def test_holidays_by_name_are_those_of_the_library_in_every_year_it_knows():
    ours = {day for year in range(2000, 2077) for day in holidays_of(year)}
    library = opening_hours.OpeningHours("PH", country="NL")
    start, end = dt.datetime(2000, 1, 1), dt.datetime(2077, 1, 1)
    theirs = set()
    for since, until, state, _remark in library.intervals(start, end):
        if state == opening_hours.State.OPEN:
            length = (until - since).days
            theirs |= {since.date() + dt.timedelta(days=day) for day in range(length)}
    assert ours == theirs


@pytest.mark.parametrize(
    ("spec", "moment", "expected"),
    [
        ("Mo-Fr 09:00-17:00", at("2026-11-23 08:00"), at("2026-11-23 09:00")),
        ("Mo-Fr 09:00-17:00; PH off", at("2026-12-24 17:00"), at("2026-12-28 09:00")),
        ("Fr 20:00-02:00; Sa 10:00-12:00", at("2026-11-27 21:00"), at("2026-11-28 02:00")),
        ("24/7", at("2026-11-23 08:00"), None),
        ("", at("2026-11-23 08:00"), None),
        # Spring: two o'clock is three o'clock; what lies in the lost hour is not there.
        ("Mo-Su 22:00-04:00", at("2026-03-28 23:00"), at("2026-03-29 04:00")),
        ("Mo-Su 01:00-02:30", at("2026-03-29 01:30"), at("2026-03-29 03:00")),
        ("Mo-Su 02:30-06:00", at("2026-03-29 01:30"), at("2026-03-29 03:00")),
        ("Mo-Su 02:15-02:45", at("2026-03-29 01:30"), at("2026-03-30 02:15")),
        # Autumn: three o'clock is two o'clock again.
        ("Mo-Su 22:00-04:00", at("2026-10-24 23:00"), at("2026-10-25 04:00")),
        ("Mo-Su 01:00-02:30", at("2026-10-25 01:30"), at("2026-10-25 02:30")),
        ("Mo-Su 01:00-02:30", at("2026-10-25 02:40"), at("2026-10-25 02:00", fold=1)),
        ("Mo-Su 01:00-02:30", at("2026-10-25 02:10", fold=1), at("2026-10-25 02:30", fold=1)),
        ("Mo-Su 02:00-03:00", at("2026-10-25 02:30"), at("2026-10-25 03:00")),
    ],
)
def test_the_next_change_is_the_moment_at_which_the_clock_says_so(spec, moment, expected):
    found = hours.next_change(spec, moment)
    # Two times of one zone are compared by the clock alone; in UTC they are moments.
    assert (found and found.astimezone(dt.UTC)) == (expected and expected.astimezone(dt.UTC))


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        hours.is_open("24/7", dt.datetime(2026, 11, 23, 10))


def test_the_zone_of_the_server_changes_nothing(monkeypatch, settings):
    moment = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.UTC)
    settings.TIME_ZONE = "Asia/Tokyo"
    monkeypatch.setitem(os.environ, "TZ", "America/New_York")
    time.tzset()
    try:
        for zone in ("UTC", "Asia/Tokyo", "America/New_York"):
            here = moment.astimezone(ZoneInfo(zone))
            assert hours.is_open("Mo 09:00-10:00", here)
            assert hours.next_change("Mo 09:00-10:00", here) == at("2026-11-23 10:00")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_how_a_place_stands_says_until_when_and_what_comes_then():
    spec = 'Mo 10:00-12:00 "bel eerst", Mo 12:00-14:00 unknown'
    now = hours.opening(spec, at("2026-11-23 11:00"))
    assert (now.state, now.remark, now.then) == ("open", "bel eerst", "unknown")
    assert now.until == at("2026-11-23 12:00")
    assert hours.opening("", at("2026-11-23 11:00")).state == "unknown"
    assert hours.opening("24/7", at("2026-11-23 11:00")).until is None


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("ma-vr 9-17", "unreadable"),
        ("Mo 10:00-12:00; Di", "unreadable"),
        ('Mo "', "unreadable"),
        ("Mo\x00", "unreadable"),
        ("Feb 30 10:00-12:00", "date"),
        ("Mo-Su 10:00-12:00; Apr 20-31 off", "date"),
        ("Mo 10:00-12:00;" * 100, "long"),
        ("Mo-Fr 10:00-12:00; SH off", "school"),
    ],
)
def test_hours_that_nobody_can_read_are_refused_in_words(spec, code):
    with pytest.raises(hours.HoursError) as fault:
        hours.check(spec)
    assert fault.value.code == code
    assert "%" not in fault.value.messages[0]


def test_a_remark_may_speak_of_a_day_that_does_not_exist():
    hours.check('Mo 10:00-12:00 "tot Feb 30, ook in SH"')


@settings(max_examples=300, deadline=2000)
@given(spec=texts, moment=st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)))
def test_whatever_is_written_is_read_or_refused_and_nothing_else(spec, moment):
    moment = moment.replace(tzinfo=dt.UTC)
    try:
        hours.check(spec)
    except hours.HoursError:
        return
    now = hours.opening(spec, moment)
    assert now.until is None or now.until > moment
    assert hours.is_open(spec, moment) is (now.state is hours.State.OPEN)
    assert len(hours.week(spec, moment.date())) == 7


moments = st.one_of(
    st.datetimes(dt.datetime(2024, 1, 2), dt.datetime(2028, 12, 20)),
    # The nights in which the clock changes, and a holiday that moved.
    *(
        st.datetimes(dt.datetime(*day, 20), dt.datetime(*day, 23, 59)).map(
            lambda moment: moment + dt.timedelta(hours=6)
        )
        for day in ((2026, 3, 28), (2026, 10, 24), (2025, 4, 25), (2026, 12, 31))
    ),
).map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=dt.UTC))


@settings(max_examples=100, deadline=None)
@given(plan=plans, moment=moments)
def test_what_a_plan_says_is_what_a_second_reckoning_says(plan, moment):
    spec = hours.write(plan)
    assert hours.opening(spec, moment).state == hours_model.state(plan, moment)


@example(
    plan=Plan(monthly=(MonthRule(nth=1, weekday=1, spans=()),), remark="bel eerst"),
    moment=dt.datetime(2024, 1, 2, tzinfo=dt.UTC),
)
@settings(max_examples=40, deadline=None)
@given(plan=plans, moment=moments)
def test_the_next_change_is_where_a_walk_by_the_minute_ends(plan, moment):
    walked = hours_model.next_change(plan, moment, days=2)
    found = hours.next_change(hours.write(plan), moment)
    if walked is None:
        assert found is None or found - moment >= dt.timedelta(days=2)
    else:
        assert found.astimezone(dt.UTC) == walked


@settings(max_examples=100, deadline=None)
@given(plan=plans)
def test_what_a_plan_writes_is_read_back_as_the_same_plan(plan):
    assert hours.read(hours.write(plan)) == plan


@pytest.mark.parametrize(
    ("spec", "simpler"),
    [
        ("24/7", "Mo-Su 00:00-24:00"),
        ("Mo-Su 9:00-17:00; We closed", "Mo,Tu,Th-Su 09:00-17:00"),
        ("Mo 20:00-26:00", "Mo 20:00-02:00"),
        ("Mo 10:00-14:00,12:00-16:00", "Mo 10:00-16:00"),
        ("Mo-We 13:00-17:00, Tu 19:00-22:00", "Mo,We 13:00-17:00; Tu 13:00-17:00,19:00-22:00"),
        ("Mo-Sa 10:00-22:00; Su,PH 12:00-18:00", "Mo-Sa 10:00-22:00; Su,PH 12:00-18:00"),
        ("Sa[1,-1] 10:00-13:00", "Sa[1] 10:00-13:00; Sa[-1] 10:00-13:00"),
        (
            "May-Sep 10:00-18:00; Dec 25,Jan 1 off",
            "May 01-Sep 30 10:00-18:00; Dec 25 off; Jan 01 off",
        ),
        ("Mo-Fr 10:00-12:00; Jan Mo[1] 13:00-14:00", None),
        ("PH off; Mo-Fr 10:00-12:00", None),
        ("Mo 10:00-12:00; Tu 10:00-12:00 unknown", None),
        ("2026 Feb 29 off; Mo 10:00-12:00", None),
        ('Mo 10:00-12:00 "bel"; Tu 10:00-12:00', None),
    ],
)
def test_hours_written_by_others_are_read_where_a_plan_says_the_same(spec, simpler):
    plan = hours.read(spec)
    assert (plan and hours.read(hours.write(plan))) == plan
    assert plan == (simpler and hours.read(simpler))


def test_the_state_of_a_thousand_places_takes_no_time_to_speak_of():
    specs = [f"Mo-Fr 09:{n % 60:02}-17:{n // 60:02}; Tu[1] off; PH off" for n in range(1000)]
    moment = at("2026-11-23 10:00")
    for spec in specs:
        hours.check(spec)
    start = time.perf_counter()
    for spec in specs:
        hours.is_open(spec, moment)
    # Some 15 ms where this was written; a busy machine gets ten times as long.
    assert time.perf_counter() - start < 0.15
