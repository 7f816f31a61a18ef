"""Opening hours in words and as a week, as readers see them."""

import datetime as dt
from html.parser import HTMLParser

import pytest

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format, time_format

from warmtebronnen import hours

WHOLE = (
    'Mo-Fr 09:00-12:00,13:00-17:00 "bel eerst"; May 01-Sep 30 Mo-Su 10:00-12:00 "bel eerst"; '
    'Tu[-1] 19:00-21:00 "bel eerst"; PH off; easter -2 days off; Jul 14 off; '
    "2026 Dec 24-2027 Jan 02 off"
)
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Marks(HTMLParser):
    """The tags of a page, each with its attributes, and its words."""

    def __init__(self, html):
        """Read a page."""
        super().__init__()
        self.tags, self.words = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.extend(data.split())

    def count(self, name, **attrs):
        return sum(tag == name and attrs.items() <= given.items() for tag, given in self.tags)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_follow_the_languages_own_times_and_dates(language):
    with translation.override(language):
        summary = hours.summary(WHOLE)
        texts = [str(line) for line in summary.lines]
        assert time_format(dt.time(17), "TIME_FORMAT") in texts[0]
        assert date_format(dt.date(2024, 9, 30), "MONTH_DAY_FORMAT") in texts[2]
        assert date_format(dt.date(2027, 1, 2), "DATE_FORMAT") in texts[-1]
    assert len(texts) == 7
    assert summary.remark == "bel eerst"
    assert "%" not in "".join(texts)
    for syntax in ("PH", "easter", "off;", "Tu["):
        assert syntax not in " ".join(texts)


def test_days_with_the_same_hours_share_a_line_and_closed_days_come_last():
    lines = hours.summary("Mo,We 09:00-12:00; Tu 10:00-12:00; Sa,Su 09:00-12:00").lines
    assert [len(line.times) for line in lines] == [1, 1, 0]
    assert lines[0].times == ((dt.time(9), dt.time(12)),)


def test_day_and_night_is_one_line_without_times():
    (line,) = hours.summary("24/7").lines
    assert line.all_day
    assert "00:00" not in str(line)


def test_an_exception_that_is_over_is_left_out_and_a_yearly_one_never():
    spec = "Mo-Su 10:00-12:00; Dec 25 off; 2026 Nov 01-2026 Nov 07 off"
    before, after = dt.date(2026, 11, 7), dt.date(2026, 11, 8)
    assert len(hours.summary(spec, before).lines) == 3
    assert len(hours.summary(spec, after).lines) == 2


@pytest.mark.parametrize(
    "spec",
    [
        "week 1-53/2 Mo 10:00-12:00",
        "sunrise-sunset",
        "PH off; Mo-Fr 10:00-12:00",
        'Mo 10:00-12:00 "bel"; Tu 10:00-12:00 "mail"',
        "Mo 10:00+",
    ],
)
def test_what_words_cannot_say_is_left_to_the_week(spec):
    assert hours.summary(spec) is None
    assert any(day.intervals for day in hours.week(spec, dt.date(2026, 12, 28)))


def test_a_week_is_as_it_really_is():
    spec = 'Mo-Fr 09:00-17:00; Fr 20:00-02:00; Su 00:00-24:00; PH off "kerst"'
    days = hours.week(spec, dt.date(2026, 12, 25))
    assert [day.date.day for day in days] == [21, 22, 23, 24, 25, 26, 27]
    assert [day.holiday for day in days[4:]] == ["christmas-day", "boxing-day", ""]
    assert [len(day.intervals) for day in days] == [1, 1, 1, 1, 0, 0, 1]
    assert days[4].remark == "kerst"
    assert days[6].intervals[0].all_day
    friday = hours.week(spec, dt.date(2026, 12, 18))[4].intervals[0]
    assert (friday.start.day, friday.end.day, friday.end.hour) == (18, 19, 2)


def test_open_on_and_on_is_cut_into_days():
    days = hours.week("24/7", dt.date(2026, 10, 25))
    assert [len(day.intervals) for day in days] == [1] * 7
    assert all(day.intervals[0].all_day for day in days)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Mo-Su 10:00-12:00; PH off", [25, 26, 1]),
        ("Mo-Su 10:00-12:00", []),
        ("Mo-Th 10:00-12:00; PH off", []),
        ("Mo-Su 10:00-12:00; Tu[-1] off; 2026 Dec 28-2026 Dec 29 12:00-14:00", [28, 29]),
        ("week 1-53 Mo-Su 10:00-12:00; PH 12:00-14:00", [25, 26, 1]),
    ],
)
def test_days_ahead_that_differ_from_the_ordinary_week_are_named(spec, expected):
    found = hours.holidays_ahead(spec, dt.date(2026, 12, 20), 14)
    assert [day.date.day for day in found] == expected


def test_the_weeks_table_marks_today_in_words_and_for_screen_readers():
    today = dt.date(2026, 12, 24)
    context = {"days": hours.week(WHOLE.replace("24-", "28-"), today), "today": today}
    with translation.override("ar"):
        marks = Marks(render_to_string("warmtebronnen/hours/week.html", context))
    assert marks.count("th", scope="row") == 7
    assert marks.count("caption") == 1
    assert marks.count("tr", **{"aria-current": "date"}) == 1
    assert marks.count("span", **{"class": "hours__mark"}) == 1
    assert marks.count("span", **{"class": "hours__holiday"}) == 2
    assert marks.count("time", datetime="17:00") == marks.count("time", datetime="09:00") == 4
    assert marks.count("bdi") == 16
    # A remark that goes for all hours of a day is said once.
    assert marks.words.count("eerst") == 4


def test_a_summary_and_the_days_ahead_are_drawn_for_every_kind_of_line():
    day = dt.date(2026, 12, 20)
    marks = Marks(
        render_to_string("warmtebronnen/hours/summary.html", {"summary": hours.summary(WHOLE)})
        + render_to_string(
            "warmtebronnen/hours/ahead.html", {"days": hours.holidays_ahead(WHOLE, day, 14)}
        )
    )
    assert marks.count("dt") == marks.count("dd") == 7 + 7
    assert marks.count("time", datetime="2026-12-24") == 1
