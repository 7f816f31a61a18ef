"""Readers say that something is not right: by one tap, without a cookie, and not without end."""

from __future__ import annotations

import pytest

from django.test import Client

from wagtail.models import PageLogEntry

from warmtebronnen.models import Report
from warmtebronnen.tests.factories import public_place
from warmtebronnen.upkeep.reports import REPORT

pytestmark = pytest.mark.django_db
ADDRESS = "/tr/warmtebronnen/eten/klopt-dit-niet/"


@pytest.fixture(autouse=True)
def _place():
    public_place("eten")


def test_one_tap_is_kept_logged_without_its_words_and_thanked_for():
    client = Client(enforce_csrf_checks=True)
    assert "csrf" not in client.get("/tr/warmtebronnen/eten/").content.decode()
    for text in ("", "De deur is dicht, zegt Aafke."):
        answer = client.post(ADDRESS, {"text": text}, follow=True)
        assert answer.redirect_chain == [("/tr/warmtebronnen/eten/bedankt/", 302)]
    assert not client.cookies
    assert [(one.text, one.language) for one in Report.objects.order_by("pk")] == [
        ("", "tr"),
        ("De deur is dicht, zegt Aafke.", "tr"),
    ]
    logged = PageLogEntry.objects.filter(action=REPORT)
    assert logged.count() == 2
    assert "Aafke" not in str([one.data for one in logged])


def test_programs_and_floods_are_kept_out_and_what_was_typed_stays():
    client = Client()
    client.post(ADDRESS, {"text": "koop nu", "website": "https://x.example"})
    assert not Report.objects.exists()
    for _time in range(10):
        client.post(ADDRESS)
    answer = client.post(ADDRESS, {"text": "nog een"})
    assert answer.status_code == 429
    assert "nog een" in answer.content.decode()
    assert Report.objects.count() == 10


def test_too_long_a_line_is_told_and_a_place_that_is_gone_takes_none():
    answer = Client().post(ADDRESS, {"text": "x" * 501})
    assert answer.status_code == 200
    assert "form-field__error" in answer.content.decode()
    assert Client().post(ADDRESS.replace("eten", "weg")).status_code == 404
    assert not Report.objects.exists()
