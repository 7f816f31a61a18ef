"""'Is this still right?': who is asked, when, and what the button behind the link does."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from wagtail.users.models import UserProfile

from core.clock.registry import jobs
from warmtebronnen.freshness import Freshness, freshness, is_question_due
from warmtebronnen.models import Confirmation, Tending, WarmtebronPage
from warmtebronnen.partners.tending import leave
from warmtebronnen.tests.factories import partner, place, public_place
from warmtebronnen.upkeep import questions
from warmtebronnen.upkeep.confirmations import LIFETIME, token_for

NOON = datetime(2026, 6, 1, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@contextmanager
def at(moment):
    """Let it be another moment inside this block."""
    with (
        mock.patch("django.utils.timezone.now", return_value=moment),
        mock.patch("django.core.signing.time.time", return_value=moment.timestamp()),
    ):
        yield


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Freshness.FRESH),
        (89, Freshness.FRESH),
        (90, Freshness.ASKED),
        (119, Freshness.ASKED),
        (120, Freshness.STALE),
        (179, Freshness.STALE),
        (180, Freshness.SUNK),
        (9999, Freshness.SUNK),
    ],
)
def test_a_place_is_asked_after_90_days_marked_after_120_and_sunk_after_180(days, expected):
    assert freshness(NOON - days * DAY, NOON) is expected
    assert freshness(None, NOON) is Freshness.SUNK


@given(confirmed=st.integers(0, 400), asked=st.none() | st.integers(0, 400))
def test_a_question_comes_at_most_once_in_90_days_and_never_on_what_is_fresh(confirmed, asked):
    asked_at = None if asked is None else NOON - asked * DAY
    due = is_question_due(NOON - confirmed * DAY, asked_at, NOON)
    assert due == (confirmed >= 90 and (asked is None or asked >= 90))


@pytest.fixture
def home(db):
    page = public_place(phone="010 111 22 33")
    WarmtebronPage.objects.filter(pk=page.pk).update(first_published_at=NOON - 90 * DAY)
    return page


@pytest.fixture
def petra(home):
    return partner("petra", home)


def ask(moment=NOON):
    with at(moment):
        questions.ask_all(moment)
    return [letter.to for letter in mail.outbox]


def link_in(letter):
    return next(word for word in letter.body.split() if "/partner/klopt/" in word)


def path_in(letter):
    return "/" + link_in(letter).split("/", 3)[3]


def test_each_who_tends_a_place_is_asked_once(home, petra, django_capture_on_commit_callbacks):
    partner("pawel", home)
    partner("elders", place("elders"))
    with django_capture_on_commit_callbacks(execute=True):
        assert sorted(ask()) == [["pawel@voorbeeld.example"], ["petra@voorbeeld.example"]]
    assert len(ask()) == len(ask(NOON + 89 * DAY)) == 2
    assert len(ask(NOON + 90 * DAY)) == 4


def test_nobody_is_asked_at_night_or_too_soon(home, petra):
    assert ask(NOON - DAY) == []
    assert ask(NOON.replace(hour=23)) == []
    Confirmation.objects.create(place=home, by="place", confirmed_at=NOON - 10 * DAY)
    assert ask() == []


def test_a_worker_that_dies_half_way_doubles_nothing_and_the_next_goes_on(home, petra, monkeypatch):
    partner("pawel", home)
    once = questions._ask
    asked = []

    def dying(*arguments):
        if asked:
            raise SystemExit
        asked.append(arguments)
        once(*arguments)

    monkeypatch.setattr(questions, "_ask", dying)
    with pytest.raises(SystemExit):
        ask()
    assert len(mail.outbox) == 1
    monkeypatch.setattr(questions, "_ask", once)
    assert sorted(ask()) == [["pawel@voorbeeld.example"], ["petra@voorbeeld.example"]]


def test_the_letter_is_in_the_partners_language_and_its_subject_names_only_the_place(home, petra):
    UserProfile.get_for_user(petra)
    UserProfile.objects.filter(user=petra).update(preferred_language="ar")
    ask()
    (letter,) = mail.outbox
    assert 'dir="rtl"' in letter.alternatives[0].content
    assert home.title in letter.subject
    assert "petra" not in letter.subject.lower()


def test_opening_the_link_changes_nothing_and_the_button_confirms_once(client, home, petra):
    ask()
    path = path_in(mail.outbox[0])
    with at(NOON + DAY):
        for ask_for in (client.get, client.head, client.get):
            answer = ask_for(path)
            assert answer.status_code == 200
        assert answer.context["standing"] == "ready"
        assert home.phone in answer.content.decode()
        assert not answer.cookies
        assert "no-store" in answer.headers["Cache-Control"]
        assert not Confirmation.objects.exists()
        for _again in range(2):
            assert client.post(path).context["standing"] == "done"
    (row,) = Confirmation.objects.all()
    assert (row.place, row.user, row.by) == (home, petra, "place")
    assert "_auth_user_id" not in client.session
    assert len(ask(NOON + 90 * DAY)) == 1


def test_a_link_that_is_altered_too_old_or_of_who_left_confirms_nothing(client, home, petra):
    ask()
    path = path_in(mail.outbox[0])
    number, _colon, rest = path.removeprefix("/partner/klopt/").partition("-")
    with at(NOON + DAY):
        for altered in (
            path[:-2] + "x/",
            f"/partner/klopt/{int(number) + 1}-{rest}",
            "/partner/klopt/x/",
        ):
            assert client.post(altered).status_code == 400
            assert client.get(altered).status_code == 400
    with at(NOON + LIFETIME + DAY):
        assert client.post(path).status_code == 410
    leave(Tending.objects.get(user=petra))
    with at(NOON + DAY):
        assert client.post(path).status_code == 400
    assert not Confirmation.objects.exists()


def test_who_was_invited_again_cannot_use_the_link_of_before(client, home, petra):
    old = token_for(Tending.objects.get(user=petra))
    leave(Tending.objects.get(user=petra))
    Tending.objects.create(user=petra, place=home)
    assert client.post(reverse("partner:confirm_by_link", args=[old])).status_code == 400


def test_all_is_right_can_be_said_at_the_desk(client, home, petra):
    client.force_login(petra)
    client.post(reverse("partner:confirm", args=[home.pk]))
    assert Confirmation.objects.get().confirmed_at <= timezone.now()


def test_the_clock_asks():
    (job,) = [one for one in jobs() if one.function == "warmtebronnen.upkeep.questions.ask_all"]
    assert job.seconds <= 3600
