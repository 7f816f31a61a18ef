"""A member's own page."""

from __future__ import annotations

import datetime as dt

import pytest

from redactieraad.models import Member
from redactieraad.tests.factories import member
from tests.redactieraad.desk import fields_of, opened, soup, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client):
    user = member("lid", reads=("nl", "ar"))
    client.force_login(user)
    return user


def test_it_shows_the_languages_that_somebody_else_decides_on(client, user):
    page = opened(client, user, "me")
    assert [one["lang"] for one in page.select("dd bdi[lang]")] == ["nl", "ar"]
    client.post(url("me"), {"reads": '["tr"]', "is_expert": "", "left_on": "2026-01-01"})
    found = Member.objects.get(user=user)
    assert (found.reads, found.is_expert, found.left_on) == (["nl", "ar"], True, None)


def test_a_holiday_and_reminders_are_kept(client, user):
    sent = {"away_from": "2026-12-20", "away_until": "2027-01-04", "larger_letters": "on"}
    assert client.post(url("me"), sent).headers["Location"] == url("me")
    found = Member.objects.get(user=user)
    assert (found.away_from, found.away_until) == (dt.date(2026, 12, 20), dt.date(2027, 1, 4))
    assert (found.wants_digest, found.larger_letters) == (False, True)
    page = opened(client, user, "me")
    assert fields_of(page, url("me"))["away_from"] == "2026-12-20"


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("2026-12-20", "2026-12-19", "away_until"),
        ("2026-12-20", "", "away_until"),
        ("", "2026-12-20", "away_from"),
        ("kerst", "2026-12-20", "away_from"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_stays(client, user, first, last, wrong):
    response = client.post(url("me"), {"away_from": first, "away_until": last})
    assert response.status_code == 422
    page = soup(response)
    assert [one["name"] for one in page.select("[aria-invalid=true]")] == [wrong]
    assert page.select_one("input[name=away_from]")["value"] == first
    assert Member.objects.get(user=user).away_from is None


def test_larger_letters_are_one_button_away_and_stay(client, user):
    address = url("me")
    response = client.post(url("letters"), {"next": address})
    assert response.headers["Location"] == address
    assert "has-larger-letters" in soup(client.get(url("desk"))).body["class"]
    client.post(url("letters"))
    assert "has-larger-letters" not in soup(client.get(url("desk"))).body["class"]


@pytest.mark.parametrize("onwards", ["https://elders.example/", "//elders.example", "javascript:1"])
def test_the_button_leads_nowhere_else(client, user, onwards):
    assert client.post(url("letters"), {"next": onwards}).headers["Location"] == url("desk")


def test_signing_out_everywhere_ends_this_session_too(client, user):
    page = opened(client, user, "me")
    assert page.select_one('form[action="/inloggen/overal-uit/"] button')
    client.post("/inloggen/overal-uit/")
    assert client.get(url("desk")).status_code == 302
