"""Notices and the confidential address: at once, logged, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from django.urls import reverse
from django.utils import timezone

from wagtail.log_actions import registry

from warmtebronnen.models import Notice, PrivateAddress
from warmtebronnen.tests.factories import partner, place, public_place
from warmtebronnen.upkeep import notices

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(client):
    page = place()
    client.force_login(partner("petra", page))
    return page


def ask(client, name, page, *more, **data):
    return client.post(reverse(f"partner:{name}", args=[page.pk, *more]), data)


def logged(page):
    return [entry.action for entry in registry.get_logs_for_instance(page)]


def test_one_tap_closes_today_once_and_can_be_taken_back(client):
    page = public_place()
    client.force_login(partner("petra", page))
    ask(client, "close_today", page)
    ask(client, "close_today", page)
    (notice,) = Notice.objects.holding_on(timezone.localdate())
    assert notice.is_closed
    assert notice.made_by.first_name == "petra"
    ask(client, "take_back", page, notice.pk)
    ask(client, "take_back", page, notice.pk)
    assert not Notice.objects.holding_on(timezone.localdate()).exists()
    ours = [action for action in logged(page) if action.startswith("warmtebronnen.")]
    assert sorted(ours) == [notices.GIVE, notices.TAKE_BACK]


def test_a_notice_holds_until_its_last_day(client, home):
    today = timezone.localdate()
    last = today + timedelta(days=6)
    ask(client, "notice", home, text="Dicht in week 30", starts_on=today, ends_on=last)
    assert Notice.objects.holding_on(last).get().text == "Dicht in week 30"
    assert not Notice.objects.holding_on(last + timedelta(days=1)).exists()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "text"),
        ({"text": "x" * 201}, "text"),
        ({"text": "Dicht", "ends_on": "2020-01-01", "starts_on": "2020-01-01"}, "ends_on"),
        ({"text": "Dicht", "ends_on": "9999-12-31"}, "ends_on"),
        ({"text": "Dicht", "ends_on": "geen dag"}, "ends_on"),
        ({"text": "Dicht", "ends_on": ""}, "ends_on"),
        ({"text": "Dicht", "starts_on": "2090-01-01"}, "ends_on"),
    ],
)
def test_a_notice_that_is_not_right_says_so_at_the_field_and_keeps_what_was_typed(
    client, home, data, field
):
    today = timezone.localdate().isoformat()
    response = ask(client, "notice", home, **({"starts_on": today, "ends_on": today} | data))
    assert response.status_code == 422
    assert list(response.context["attempt"].form.errors) == [field]
    assert f'id="id_{field}_error"' in response.content.decode()
    assert data.get("text", "") in response.content.decode()
    assert not Notice.objects.exists()


def test_nobody_takes_back_the_notice_of_another_place(client, home):
    other = Notice.objects.create(place=place("elders"), text="Dicht")
    ask(client, "take_back", home, other.pk)
    other.refresh_from_db()
    assert other.withdrawn_at is None


def test_a_confidential_address_is_locked_and_shown_to_who_tends_the_place_only(client):
    page = place(is_confidential=True)
    client.force_login(partner("petra", page))
    ask(client, "address", page, address="Geheimstraat 1")
    kept = PrivateAddress.objects.get()
    assert "Geheimstraat" not in kept.locked_address
    shown = client.get(reverse("partner:place", args=[page.pk]))
    assert "Geheimstraat 1" in shown.content.decode()
    entries = registry.get_logs_for_instance(page).values_list("action", "data")
    assert not any("Geheimstraat" in str(entry) for entry in entries)
    ask(client, "address", page, address=" ")
    assert not PrivateAddress.objects.exists()


def test_a_place_that_is_not_confidential_keeps_no_private_address(client, home):
    ask(client, "address", home, address="Geheimstraat 1")
    assert not PrivateAddress.objects.exists()
