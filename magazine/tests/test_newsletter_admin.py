"""Mailing an edition from the admin: who may, and in which order."""

from __future__ import annotations

import pytest

from django.core import mail
from django.urls import reverse

from accounts.tests.factories import person
from magazine.models import Mailing, Subscriber
from magazine.tests import factories
from magazine.tests.newsletter import live_edition, subscriber
from redactieraad.tests.factories import council

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return live_edition(council()[:3])


@pytest.fixture
def editor(client):
    user = person("Redactie", email="redacteur@voorbeeld.example")
    client.force_login(user)
    return client


def page(name, *args):
    return reverse(f"newsletter_{name}", args=args)


def test_an_editor_tests_first_and_then_mails(editor, edition):
    subscriber("a@voorbeeld.example")
    subscriber("b@voorbeeld.example", "tr")
    shown = editor.get(page("edition", edition.pk))
    assert shown.context["total"] == 2
    assert page("start", edition.pk) not in shown.content.decode()
    editor.post(page("start", edition.pk))
    assert not Mailing.objects.exists(), "not before the test"
    editor.post(page("test", edition.pk), {"language": "nl"})
    assert [one.to for one in mail.outbox] == [["redacteur@voorbeeld.example"]]
    assert page("start", edition.pk) in editor.get(page("edition", edition.pk)).content.decode()
    editor.post(page("start", edition.pk))
    assert len(mail.outbox) == 3
    mailing = Mailing.objects.get()
    assert mailing.started_by.email == "redacteur@voorbeeld.example"
    assert mailing.finished_at
    editor.post(page("start", edition.pk))
    assert len(mail.outbox) == 3
    after = editor.get(page("edition", edition.pk))
    assert [number for _label, number in after.context["progress"]] == [2]
    assert page("start", edition.pk) not in after.content.decode()


def test_a_test_of_one_edition_opens_no_other(editor, edition):
    other = live_edition(council_again(), "herfst", number=2)
    subscriber()
    editor.post(page("test", edition.pk), {"language": "nl"})
    editor.post(page("start", other.pk))
    assert not Mailing.objects.exists()


def council_again():
    from accounts.models import User  # noqa: PLC0415 - beside its only use

    return list(User.objects.filter(email__startswith="lid").order_by("pk")[:3])


def test_a_language_that_the_edition_is_not_in_is_not_mailed(editor, edition):
    editor.post(page("test", edition.pk), {"language": "tr"})
    assert not mail.outbox


def test_what_is_not_live_cannot_be_mailed(editor):
    draft = factories.edition("herfst")
    subscriber()
    assert editor.get(page("edition", draft.pk), follow=True).status_code == 404
    editor.post(page("test", draft.pk), {"language": "nl"})
    editor.post(page("start", draft.pk))
    assert not Mailing.objects.exists()
    assert not mail.outbox


def test_an_address_is_taken_off_for_who_asks_and_the_answer_tells_nothing(editor):
    subscriber("a@voorbeeld.example")
    answers = [
        editor.post(page("take_off"), {"email": address}, follow=True)
        for address in ("A@voorbeeld.example", "nooit@voorbeeld.example")
    ]
    assert not Subscriber.objects.exists()
    told = [[str(one) for one in answer.context["messages"]] for answer in answers]
    assert told[0] == told[1]


def test_no_page_shows_an_address(editor, edition):
    subscriber("geheim@voorbeeld.example")
    for name in (page("overview"), page("edition", edition.pk)):
        assert "geheim" not in editor.get(name).content.decode()


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("Beheer", True),
        ("Redactie", True),
        ("Vertalers", False),
        ("Programmateam", False),
        ("Redactieraad", False),
        ("Partners", False),
        ("Journalist", False),
    ],
)
def test_who_may_mail(client, edition, group, may):
    subscriber()
    client.force_login(person(group))
    assert (client.get(page("overview")).status_code == 200) is may
    assert (client.get(page("edition", edition.pk)).status_code == 200) is may
    client.post(page("test", edition.pk), {"language": "nl"})
    client.post(page("start", edition.pk))
    client.post(page("take_off"), {"email": "noor@voorbeeld.example"})
    assert bool(mail.outbox) is may
    assert Mailing.objects.exists() is may
    assert Subscriber.objects.exists() is not may


@pytest.mark.parametrize("name", ["test", "start"])
def test_a_link_mails_nothing(editor, edition, name):
    subscriber()
    assert editor.get(page(name, edition.pk)).status_code == 405
