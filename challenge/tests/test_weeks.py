"""Choosing a week, stopping it and closing it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.logbook.standing import Standing, begun_days, first_days, standing_of
from challenge.models import Answer, Campaign, Happening, Invitee, Week
from challenge.tests.factories import NOW, TODAY, EntryFactory, InviteeFactory, moment
from challenge.tests.weeks import Phone, taker, week_from
from challenge.vocabulary import Audience, Choice, Stage

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31))


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def at(monkeypatch, when):
    monkeypatch.setattr("django.utils.timezone.now", lambda: when)


@given(DAYS, DAYS)
def test_a_week_lies_between_today_and_the_last_day_of_weeks(today, weeks_until):
    campaign = Campaign(weeks_until=weeks_until, stage=Stage.RUNNING)
    bounds = first_days(campaign, today)
    if bounds is None:
        assert today + 6 * DAY > weeks_until
        return
    assert bounds[0] == today
    assert Week(starts_on=bounds[1]).ends_on == weeks_until


@given(DAYS, st.integers(-20, 20))
def test_a_week_is_ahead_then_seven_days_then_over(first_day, passed):
    campaign = Campaign(stage=Stage.RUNNING)
    week = Week(starts_on=first_day, invitee=Invitee(campaign=campaign))
    today = first_day + passed * DAY
    standing = standing_of(week, today)
    assert (standing is Standing.AHEAD) == (passed < 0)
    assert (standing is Standing.RUNNING) == (0 <= passed < 7)
    assert (standing is Standing.OVER) == (passed >= 7)
    assert len(begun_days(week, today)) == max(0, min(7, passed + 1))
    for stage in (Stage.READY, Stage.LAUNCHED, Stage.CANCELLED):
        campaign.stage = stage
        assert standing_of(week, today) is Standing.SHUT


@pytest.mark.django_db
def test_a_week_is_chosen_and_changed_until_something_is_written():
    invitee = taker()
    phone = Phone(invitee)
    assert phone.get("logbook").status_code == 302
    assert phone.post("week", starts_on="2025-09-04").status_code == 302
    assert phone.post("week", starts_on="2025-09-03").status_code == 302
    week = Week.objects.get()
    assert (week.invitee, week.starts_on) == (invitee, TODAY)
    entry = EntryFactory(week=week)
    assert phone.get("week").context["form"] is None
    assert phone.post("week", starts_on="2025-09-05").status_code == 409
    week.refresh_from_db()
    assert week.starts_on == TODAY
    entry.delete()
    assert phone.post("week", starts_on="2025-09-05").status_code == 302
    assert Happening.objects.filter(kind="week-chosen").count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["2025-09-02", "2025-09-28", "2025-02-30", "", "x"])
def test_a_week_that_began_or_ends_too_late_is_refused(day):
    response = Phone(taker()).post("week", starts_on=day)
    assert response.status_code == 422
    assert "starts_on" in response.context["form"].errors
    assert not Week.objects.exists()


@pytest.mark.django_db
def test_only_who_took_it_on_chooses():
    phone = Phone(InviteeFactory())
    assert phone.post("week", starts_on="2025-09-04").status_code == 409
    invitee = taker()
    Answer.objects.create(invitee=invitee, number=2, choice=Choice.NO, given_at=NOW)
    assert Phone(invitee).post("week", starts_on="2025-09-04").status_code == 409
    assert not Week.objects.exists()


@pytest.mark.django_db
def test_stopping_is_possible_at_any_moment_and_its_words_are_the_members():
    week = week_from()
    EntryFactory(week=week)
    phone = Phone(week.invitee)
    assert phone.get("stop").status_code == 200
    week.refresh_from_db()
    assert week.stopped_at is None
    assert phone.post("stop", words="Het ging niet.", audience="journalist").status_code == 302
    week.refresh_from_db()
    assert (week.stopped_at, week.stop_words) == (NOW, "Het ging niet.")
    assert phone.write().status_code == 423
    assert phone.post("close").status_code == 409
    assert week.entries.count() == 1
    assert phone.post("stop", words="", audience="private").status_code == 302
    week.refresh_from_db()
    assert (week.stopped_at, week.stop_words, week.stop_audience) == (NOW, "", Audience.PRIVATE)
    kinds = Happening.objects.values_list("kind", flat=True)
    assert {"week-stopped", "stop-words-changed"} <= set(kinds)
    assert "ging niet" not in str(Happening.objects.values_list("details", flat=True))


@pytest.mark.django_db
def test_a_week_is_closed_once_its_days_are_over(monkeypatch):
    week = week_from(TODAY)
    phone = Phone(week.invitee)
    at(monkeypatch, moment(week.ends_on, 23))
    assert phone.post("close").status_code == 409
    assert phone.get("close").status_code == 200
    at(monkeypatch, moment(week.ends_on + DAY, 1))
    assert phone.write(day=week.ends_on.isoformat()).status_code == 200
    for _time in range(2):
        assert phone.post("close").status_code == 302
    week.refresh_from_db()
    assert week.closed_at == moment(week.ends_on + DAY, 1)
    assert phone.post("stop", words="", audience="private").status_code == 409
    assert phone.write().status_code == 423
    assert Happening.objects.filter(kind="week-closed").count() == 1
    assert Happening.objects.filter(kind="certificate-made").count() == 1
