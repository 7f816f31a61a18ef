"""Staying signed in on a device for 90 days, and signing out everywhere."""

from __future__ import annotations

import datetime as dt

import pytest

from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts import devices, links
from accounts.desks import Desk, desks_of, register_desk
from accounts.devices import TRUSTED_FOR, devices_of, kind_of
from accounts.models import SignInLink, TrustedDevice
from accounts.tests.factories import PASSWORD, person

pytestmark = pytest.mark.django_db

ANDROID = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def member():
    return person("Redactieraad")


def signed_in(user, *, keep, agent=ANDROID):
    """Return a browser in which this person signed in by a link."""
    client = Client(headers={"user-agent": agent})
    token = links.make(user, "", timezone.now())
    client.post(f"/inloggen/link/{token}/", {"remember": "on"} if keep else {})
    return client


def is_signed_in(client):
    return client.get("/inloggen/account/").status_code == 200


def test_a_trusted_device_stays_signed_in_for_90_days_and_no_longer(member):
    before = timezone.now()
    client = signed_in(member, keep=True)
    session = Session.objects.get()
    assert dt.timedelta(days=90) == TRUSTED_FOR
    assert before + TRUSTED_FOR <= session.expire_date <= timezone.now() + TRUSTED_FOR
    cookie = client.cookies["sessionid"]
    assert TRUSTED_FOR.total_seconds() - 60 < cookie["max-age"] <= TRUSTED_FOR.total_seconds()
    Session.objects.update(expire_date=timezone.now())
    assert not is_signed_in(client)


def test_using_the_site_makes_the_90_days_no_longer(member, monkeypatch):
    client = signed_in(member, keep=True)
    until = Session.objects.get().expire_date
    later = timezone.now() + dt.timedelta(days=30)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    session = client.session
    session["something"] = "new"
    session.save()
    assert Session.objects.get().expire_date == until


def test_without_the_tick_the_device_forgets_when_the_browser_closes(member):
    client = signed_in(member, keep=False)
    assert is_signed_in(client)
    assert client.cookies["sessionid"]["max-age"] == ""
    assert not TrustedDevice.objects.exists()


def test_a_person_sees_where_they_stay_signed_in(member):
    signed_in(member, keep=True, agent=WINDOWS)
    client = signed_in(member, keep=True, agent=ANDROID)
    signed_in(person("Redactieraad"), keep=True)
    page = client.get("/inloggen/account/")
    assert [device.kind for device in page.context["devices"]] == ["phone", "computer"]


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        (ANDROID, "phone"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148", "phone"),
        ("Mozilla/5.0 (Android 14; Tablet; rv:140.0) Gecko/140.0", "phone"),
        (WINDOWS, "computer"),
        ("", "computer"),
    ],
)
def test_a_device_is_called_what_a_person_would_call_it(agent, kind):
    assert kind_of(agent) == kind


def test_signing_in_again_on_a_device_does_not_list_it_twice(member):
    client = signed_in(member, keep=True)
    token = links.make(member, "", timezone.now())
    client.post(f"/inloggen/link/{token}/", {"remember": "on"})
    assert devices_of(member, timezone.now()).count() == 1


def test_signing_out_forgets_this_device_only(member):
    phone, computer = signed_in(member, keep=True), signed_in(member, keep=True)
    phone.post("/inloggen/uit/")
    assert TrustedDevice.objects.count() == 1
    assert is_signed_in(computer)


def test_signing_out_everywhere_ends_every_session_and_every_link(member):
    phone, computer = signed_in(member, keep=True), signed_in(member, keep=False)
    other = signed_in(person("Redactieraad"), keep=True)
    waiting = links.make(member, "", timezone.now())
    answer = phone.post("/inloggen/overal-uit/", follow=True)
    assert 'role="status"' in answer.content.decode()
    assert not is_signed_in(phone)
    assert not is_signed_in(computer)
    assert is_signed_in(other)
    assert Client().get(f"/inloggen/link/{waiting}/").status_code == 400
    assert not TrustedDevice.objects.filter(user=member).exists()


def test_signing_out_everywhere_also_ends_sessions_by_password(member):
    client = Client()
    client.post("/inloggen/", {"login": member.email, "password": PASSWORD, "remember": "on"})
    devices.sign_out_everywhere(member)
    assert not is_signed_in(client)


def test_one_can_sign_in_again_after_that(member):
    devices.sign_out_everywhere(member)
    assert is_signed_in(signed_in(member, keep=True))


def test_a_copied_cookie_is_worth_nothing_after_that(member):
    phone = signed_in(member, keep=True)
    thief = Client()
    thief.cookies["sessionid"] = phone.cookies["sessionid"].value
    assert is_signed_in(thief)
    phone.post("/inloggen/overal-uit/")
    assert not is_signed_in(thief)


def test_signing_out_everywhere_takes_a_press_of_a_button_by_somebody_who_is_signed_in(member):
    phone = signed_in(member, keep=True)
    assert phone.get("/inloggen/overal-uit/").status_code == 405
    assert Client().post("/inloggen/overal-uit/").headers["location"].startswith("/inloggen/?")
    assert is_signed_in(phone)


def test_another_password_ends_the_other_devices_and_the_list_says_so(member):
    phone = signed_in(member, keep=True)
    member.set_password("een heel ander wachtwoord")
    member.save()
    assert not is_signed_in(phone)
    assert not devices_of(member, timezone.now()).exists()


def test_sessions_survive_a_new_secret_key(member, settings):
    phone = signed_in(member, keep=True)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert is_signed_in(phone)


def test_a_session_of_an_earlier_era_does_not_survive_it(member, settings):
    phone = signed_in(member, keep=True)
    devices.sign_out_everywhere(member)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert not is_signed_in(phone)


def test_a_member_without_business_in_the_admin_arrives_at_their_desk(member, monkeypatch):
    monkeypatch.setattr("accounts.desks._desks", {})
    register_desk(Desk("Redactieraad", "account_change_password", "Desk"))
    token = links.make(member, "", timezone.now())
    client = Client()
    answer = client.post(f"/inloggen/link/{token}/")
    assert answer.headers["location"] == "/inloggen/wachtwoord/"
    assert 'href="/inloggen/wachtwoord/"' in client.get("/inloggen/account/").content.decode()
    assert desks_of(person("Journalist")) == []
    assert not mail.outbox
    assert SignInLink.objects.get().used_at
