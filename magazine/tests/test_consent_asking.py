"""Thirty days before a consent ends, the editor is asked: once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from django.core import mail
from django.utils import timezone

from accounts import groups
from accounts.tests.factories import person
from magazine.consent.asking import ask, ask_what_ends
from magazine.models import Consent
from magazine.tests.factories import consent, portrait

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _groups():
    groups.sync()


@pytest.fixture
def clock(django_capture_on_commit_callbacks):
    """Return a function that lets the clock do its work."""

    def clock():
        with django_capture_on_commit_callbacks(execute=True):
            ask_what_ends()

    return clock


def portrait_until(days, **fields):
    return portrait(consent=consent(valid_until=TODAY + timedelta(days=days)), **fields)


@pytest.mark.parametrize(("days", "asked"), [(31, False), (30, True), (0, True)])
def test_it_is_asked_thirty_days_before(clock, days, asked):
    person("Redactie")
    page = portrait_until(days)
    clock()
    assert len(mail.outbox) == asked
    page.consent.refresh_from_db()
    assert page.consent.asked_on == (TODAY if asked else None)


def test_it_is_asked_once(clock):
    person("Redactie")
    portrait_until(10)
    clock()
    clock()
    assert len(mail.outbox) == 1


def test_after_it_was_made_longer_it_is_asked_again_in_time(clock):
    person("Redactie")
    page = portrait_until(10)
    Consent.objects.update(asked_on=TODAY - timedelta(days=31))
    clock()
    assert len(mail.outbox) == 1
    assert page.consent.reference in mail.outbox[0].body


def test_who_made_the_portrait_is_asked_and_nobody_else(clock):
    maker, _other = person("Redactie"), person("Redactie")
    page = portrait_until(10)
    page.save_revision(user=maker)
    clock()
    assert [letter.to for letter in mail.outbox] == [[maker.email]]


def test_where_the_maker_has_left_all_who_work_with_consents_are_asked(clock):
    gone = person("Redactie", is_active=False)
    others = [person("Redactie"), person("Beheer")]
    person("Programmateam")
    page = portrait_until(10)
    page.save_revision(user=gone)
    clock()
    assert {letter.to[0] for letter in mail.outbox} == {one.email for one in others}


def test_the_letter_names_nobody_and_leads_to_the_consent(clock):
    person("Redactie")
    page = portrait_until(10, title="Samira rekent", person_name="Samira")
    clock()
    (letter,) = mail.outbox
    text = letter.subject + letter.body
    assert "Samira" not in text
    assert f"/beheer/toestemmingen/edit/{page.consent.pk}/" in letter.body
    assert page.consent.reference not in letter.subject


def test_nothing_is_asked_about_what_nobody_uses_or_has_ended(clock):
    person("Redactie")
    consent(valid_until=TODAY)
    Consent.objects.filter(pk=portrait_until(5).consent.pk).update(withdrawn_on=TODAY)
    clock()
    assert mail.outbox == []


def test_a_letter_that_waited_too_long_is_not_sent():
    editor, page = person("Redactie"), portrait_until(5)
    Consent.objects.update(withdrawn_on=TODAY)
    ask.func(editor.pk, page.consent.pk)
    assert mail.outbox == []


def test_the_first_page_of_the_admin_says_so(client):
    page = portrait_until(5)
    link = f"/beheer/toestemmingen/edit/{page.consent.pk}/"
    client.force_login(person("Redactie"))
    assert link in client.get("/beheer/").content.decode()
    client.force_login(person("Programmateam"))
    assert link not in client.get("/beheer/").content.decode()
