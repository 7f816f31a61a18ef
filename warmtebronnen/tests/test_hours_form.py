"""The form for opening hours: what people fill in, and what becomes of it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from django import forms
from django.http import QueryDict

from warmtebronnen import hours
from warmtebronnen.forms.hours import OpeningHoursField
from warmtebronnen.forms.hours_times import SLOTS
from warmtebronnen.tests.hours_strategies import plans

ODD = "week 1-53/2 Mo 10:00-12:00"


class PlaceForm(forms.Form):
    """As a page's or a partner's form has it."""

    hours = OpeningHoursField(required=False)


class Filled(HTMLParser):
    """What a browser would send of a form as it is drawn."""

    def __init__(self, html):
        """Read the fields that would be sent."""
        super().__init__()
        self.sent = QueryDict(mutable=True)
        self.select = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "select":
            self.select = given["name"]
        elif tag == "option" and "selected" in given:
            self.sent.appendlist(self.select, given["value"])
        elif tag == "input" and self._counts(given):
            value = "on" if given.get("type") == "checkbox" else ""
            self.sent.appendlist(given["name"], given.get("value", value))

    @staticmethod
    def _counts(given):
        return given.get("type") not in {"checkbox", "radio"} or "checked" in given


def drawn(spec="", data=None):
    return str(PlaceForm(data, initial={"hours": spec})["hours"])


def sent(spec="", **changes):
    """Return what a browser sends for hours after somebody changed some fields."""
    data = Filled(drawn(spec)).sent
    for name, value in changes.items():
        data[f"hours-{name.replace('__', '-')}"] = value
    return data


def saved(spec="", **changes):
    form = PlaceForm(sent(spec, **changes), initial={"hours": spec})
    assert form.is_valid(), form.errors
    return form.cleaned_data["hours"]


def test_a_week_with_exceptions_is_filled_in_from_nothing():
    assert saved() == ""
    spec = saved(
        day__0__from_1="09:00",
        day__0__to_1="17:00",
        day__5__from_1="20:00",
        day__5__to_1="02:00",
        rest__same="on",
        rest__remark=' bel "eerst" ',
        holidays__choice="closed",
        holidays__more="good-friday",
        exception__0__first="2026-12-24",
        exception__0__last="2027-01-02",
        exception__1__first="2026-07-01",
        exception__1__yearly="on",
        exception__1__from_1="10:00",
        exception__1__to_1="12:00",
        monthly__0__nth="1",
        monthly__0__weekday="1",
    )
    remark = '"bel ”eerst”"'
    assert spec.split("; ") == [
        f"Mo-Fr 09:00-17:00 {remark}",
        f"Sa 20:00-02:00 {remark}",
        "Tu[1] off",
        "PH off",
        "easter -2 days off",
        "2026 Dec 24-2027 Jan 02 off",
        f"Jul 01 10:00-12:00 {remark}",
    ]


def test_a_season_has_its_own_week():
    changes = {
        "season__0__start__day": "1",
        "season__0__start__month": "5",
        "season__0__end__day": "30",
        "season__0__end__month": "9",
        "season__0__6__from_1": "00:00",
        "season__0__6__to_1": "00:00",
    }
    spec = saved("Mo 10:00-12:00", **changes)
    assert spec == ("Mo 10:00-12:00; May 01-Sep 30 Mo-Sa off; May 01-Sep 30 Su 00:00-24:00")


@settings(max_examples=40, deadline=None)
@given(plan=plans)
def test_what_the_form_shows_it_sends_back_as_it_was(plan):
    spec = hours.write(plan)
    is_sensible = any((*plan.week, plan.remark)) or not spec
    if is_sensible:
        assert saved(spec) == spec


@pytest.mark.parametrize("spec", ["Mo-Fr 9:00-17:00;PH closed", "24/7", "May-Sep Mo 10:00-12:00"])
def test_hours_that_say_the_same_stay_as_they_were_written(spec):
    assert saved(spec) == spec
    assert not PlaceForm(sent(spec), initial={"hours": spec}).has_changed()


def test_hours_beyond_the_form_are_shown_as_a_week_and_kept_until_replaced():
    html = drawn(ODD)
    assert "<table" in html
    assert ODD not in re.sub(r"<input[^>]*>", "", html)
    assert saved(ODD) == ODD
    assert saved(ODD, day__0__from_1="10:00", day__0__to_1="11:00") == ODD
    changes = {"rest__keep": "replace", "day__0__from_1": "10:00", "day__0__to_1": "11:00"}
    assert saved(ODD, **changes) == "Mo 10:00-11:00"


def test_hours_with_more_a_day_than_there_are_rows_are_kept():
    times = ",".join(f"{9 + 2 * row:02}:00-{10 + 2 * row:02}:00" for row in range(SLOTS + 1))
    assert saved(f"Mo {times}") == f"Mo {times}"


def test_hours_that_nobody_can_read_are_to_be_filled_in_again():
    assert "ma-vr" in drawn("ma-vr 9-17")
    form = PlaceForm(sent("ma-vr 9-17"), initial={"hours": "ma-vr 9-17"})
    assert not form.is_valid()
    assert saved("ma-vr 9-17", rest__keep="replace") == ""


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("day-0-to_1", {"day__0__from_1": "09:00"}),
        ("day-0-from_1", {"day__0__to_1": "09:00"}),
        ("day-0-to_1", {"day__0__from_1": "09:00", "day__0__to_1": "09:00"}),
        ("day-0-from_1", {"day__0__from_1": "9 uur", "day__0__to_1": "10:00"}),
        (
            "day-0-from_2",
            {
                "day__0__from_1": "09:00",
                "day__0__to_1": "12:00",
                "day__0__from_2": "11:00",
                "day__0__to_2": "13:00",
            },
        ),
        ("holidays-from_1", {"holidays__choice": "own"}),
        ("holidays-choice", {"holidays__from_1": "09:00", "holidays__to_1": "10:00"}),
        ("monthly-0-nth", {"monthly__0__from_1": "09:00", "monthly__0__to_1": "10:00"}),
        ("exception-0-first", {"exception__0__last": "2026-12-24"}),
        ("exception-0-first", {"exception__0__first": "kerst"}),
        (
            "exception-0-last",
            {"exception__0__first": "2026-12-24", "exception__0__last": "2026-12-01"},
        ),
        ("season-0-end-day", {"season__0__start__day": "1", "season__0__start__month": "5"}),
        ("season-0-start-day", {"season__0__0__from_1": "09:00", "season__0__0__to_1": "10:00"}),
        ("season-0-start-day", {"season__0__start__day": "31", "season__0__start__month": "2"}),
        ("rest-remark", {"rest__remark": "x" * 101}),
    ],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_is_kept(field, changes):
    form = PlaceForm(sent("We 10:00-12:00", **changes))
    assert form.errors["hours"]
    html = str(form["hours"])
    assert f'id="id_hours-{field}_error"' in html
    assert re.search(rf'aria-invalid="true"[^>]*id="id_hours-{field}"', html) or "choice" in field
    for name, value in changes.items():
        kept = Filled(html).sent.get(f"hours-{name.replace('__', '-')}")
        assert kept == value


def test_more_rows_come_when_asked_for_and_each_time_all_are_used():
    """Without a script: the form comes back with them."""

    def rows(**changes):
        html = drawn(data=sent(**changes))
        return len(set(re.findall(r'name="hours-exception-(\d+)-first"', html)))

    ready = rows()
    used = {f"exception__{row}__first": f"2026-12-{row + 1:02}" for row in range(ready)}
    assert rows(**used) == 2 * ready
    assert rows(more="exception") > ready
    assert rows(more="monthly") == ready
    fold = re.search(
        r'<details[^>]*id="id_hours-exception"[^>]*>', drawn(data=sent(more="exception"))
    )
    assert fold[0].endswith(" open>")


def test_only_closed_days_are_no_opening_hours():
    assert "hours" in PlaceForm(sent(holidays__choice="closed")).errors


@settings(max_examples=40, deadline=None)
@given(
    data=st.dictionaries(
        st.sampled_from([*sent("Mo 10:00-12:00; PH off")])
        | st.text(max_size=20).map("hours-".__add__),
        st.text(max_size=30) | st.sampled_from(["10:00", "2026-12-24", "1", "-1", "on", "own"]),
        max_size=12,
    )
)
def test_whatever_is_sent_is_saved_as_hours_or_refused(data):
    form = PlaceForm(data)
    if form.is_valid() and form.cleaned_data["hours"]:
        hours.check(form.cleaned_data["hours"])
    assert str(form["hours"])
