"""The certificate: who gets one, what stands on it, and what its address tells to whom."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pikepdf
import pytest

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from challenge.models import Certificate, Ruling
from challenge.tests.factories import TODAY, EntryFactory, moment
from challenge.tests.weeks import Phone, week_from
from challenge.vocabulary import FactKey, Stage

pytestmark = pytest.mark.django_db
NAME = "Robin van Voorbeeld"


@pytest.fixture(autouse=True)
def _after_the_week(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(TODAY + dt.timedelta(days=9)))


@pytest.fixture
def week():
    week = week_from(TODAY)
    member = week.invitee.member
    member.name = NAME
    member.save()
    return week


@pytest.fixture
def phone(week):
    return Phone(week.invitee)


def verify(code):
    return Client().get(reverse("challenge:certificate", args=[code]))


def launch(week):
    campaign = week.invitee.campaign
    campaign.stage = Stage.LAUNCHED
    campaign.save()


def test_it_is_set_as_a_tagged_pdf_that_keeps_pdf_ua(phone, week, monkeypatch):
    said = []
    monkeypatch.setattr("core.typesetting.logger.warning", lambda *args: said.append(args))
    assert phone.get("certificate_file").status_code == 404
    phone.post("close")
    response = phone.get("certificate_file")
    assert (response.status_code, said) == (200, [])
    assert NAME not in response["Content-Disposition"]
    address = reverse("challenge:certificate", args=[Certificate.objects.get().code])
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"]
        links = [str(one.A.URI) for one in pdf.pages[0].Annots]
        assert {link.endswith(address) for link in links} == {True}
        assert len(pdf.pages) == 1


def test_before_the_launch_its_address_tells_no_name_and_afterwards_who_and_when(phone, week):
    phone.post("close")
    code = Certificate.objects.get().code
    before = verify(code)
    assert before.status_code == 200
    for words in (NAME, week.invitee.party.name, week.invitee.campaign.council.name):
        assert words not in before.content.decode()
    launch(week)
    after = verify(code).content.decode()
    for words in (NAME, week.invitee.campaign.council.name):
        assert words in after
    assert "no-store" in before["Cache-Control"]
    assert "noindex" in before["X-Robots-Tag"]


@pytest.mark.parametrize("code", ["onbekend", "x" * 22, "a%00b", "é" * 12, "x" * 400])
def test_every_unknown_code_gets_the_same_plain_answer(code):
    response = verify(code)
    assert response.status_code == 404
    assert response.context["certificate"] is None
    assert response.content == verify("x" * 21).content


def test_who_tries_many_codes_has_to_wait_and_a_right_one_costs_no_try(phone):
    phone.post("close")
    code = Certificate.objects.get().code
    assert {verify(code).status_code for _time in range(25)} == {200}
    assert {verify("x" * 22).status_code for _time in range(20)} == {404}
    last = verify("x" * 22)
    assert (last.status_code, last["Retry-After"]) == (429, "60")
    assert verify(code).status_code == 429


def test_a_week_that_was_written_on_all_days_needs_no_closing_in_time(phone, week):
    for day in week.days:
        EntryFactory(week=week, day=day)
    launch(week)
    assert phone.post("close").status_code == 302
    week.refresh_from_db()
    assert week.closed_at is None
    assert Certificate.objects.get().week == week


def test_a_week_that_was_not_kept_up_gets_none_and_a_ruling_takes_one_back(phone, week):
    launch(week)
    assert phone.post("close").status_code == 409
    ruling = {"invitee": week.invitee, "fact": FactKey.WEEK, "reason": "Nagekeken."}
    Ruling.objects.create(value=True, made_at=moment(TODAY), **ruling)
    assert phone.post("close").status_code == 302
    code = Certificate.objects.get().code
    assert verify(code).status_code == 200
    Ruling.objects.create(value=False, made_at=moment(TODAY + dt.timedelta(days=30)), **ruling)
    assert verify(code).status_code == 404


def test_while_it_is_made_one_is_asked_to_try_again(phone, week):
    phone.post("close")
    cache.set(f"certificate-is-made-{Certificate.objects.get().pk}", 1)
    response = phone.get("certificate_file")
    assert (response.status_code, response["Retry-After"]) == (503, "20")
