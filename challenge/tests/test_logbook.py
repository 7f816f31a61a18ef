"""The logbook: what is written is kept once, over nobody's text, and only in its own week."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from challenge.models import Entry, Happening
from challenge.tests.factories import NOW, TODAY, EntryFactory, moment
from challenge.tests.photos import jpeg_with_place, size_of
from challenge.tests.weeks import Phone, week_from
from challenge.vocabulary import Audience, Stage

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def week():
    return week_from()


@pytest.fixture
def phone(week):
    return Phone(week.invitee)


def logged(kind):
    return Happening.objects.filter(kind=kind).count()


def test_what_is_sent_twice_is_kept_once_and_locked(phone, week):
    key = str(uuid.uuid4())
    sent = {"key": key, "words": "Brood\r\nen soep", "amount": "€ 3,75"}
    first, second = phone.write(**sent), phone.write(**sent)
    assert first.status_code == second.status_code == 200
    assert first.json()["version"] == second.json()["version"] == 1
    entry = week.entries.get()
    assert (entry.cents, entry.words, entry.audience) == (375, "Brood\nen soep", Audience.PRIVATE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM challenge_entry")
        assert "soep" not in cursor.fetchone()[0]
    assert logged("entry-made") == 1
    assert "soep" not in str(Happening.objects.values_list("details", flat=True))


def test_of_two_devices_the_second_is_told_and_overwrites_nothing(phone, week):
    key = str(uuid.uuid4())
    phone.write(key=key, words="Eerst")
    other = Phone(week.invitee)
    assert phone.write(key=key, seen=1, words="Van de telefoon").json()["version"] == 2
    refused = other.write(key=key, seen=1, words="Van de laptop")
    assert refused.status_code == 409
    assert "Van de telefoon" in refused.json()["other"]
    assert week.entries.get().words == "Van de telefoon"
    # Without the script both stand on one page, and its button keeps the second's.
    page = other.write(script=False, key=key, seen=1, words="Van de laptop")
    assert page.status_code == 409
    for words in ("Van de telefoon", "Van de laptop", 'name="seen" value="2"'):
        assert words in page.content.decode()
    assert other.write(key=key, seen=2, words="Van de laptop").json()["version"] == 3


def test_what_another_device_removed_does_not_come_back_unseen(phone, week):
    entry = EntryFactory(week=week, words="Weg ermee")
    assert phone.post("entry_removal", entry.key, seen=9).status_code == 409
    assert phone.post("entry_removal", entry.key, seen=1).status_code == 302
    gone = week.entries.get()
    assert (gone.words, gone.cents, gone.removed_at) == ("", 0, NOW)
    assert phone.write(key=entry.key, seen=1, words="Weg ermee").status_code == 409
    assert phone.get("entry", entry.key).status_code == 404


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"amount": "-5"}, "amount"), ({"amount": "1e9"}, "amount"), ({"amount": ""}, "amount"),
        ({"amount": "1.2,3"}, "amount"), ({"amount": "1000,01"}, "amount"),
        ({"day": (TODAY + DAY).isoformat()}, "day"), ({"day": "gisteren"}, "day"),
        ({"day": (TODAY - 2 * DAY).isoformat()}, "day"), ({"spending": "x"}, "spending"),
        ({"audience": "all"}, "audience"), ({"key": "1"}, "key"), ({"seen": "-1"}, "seen"),
        ({"words": "x" * 4001}, "words"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_at_its_field(phone, week, sent, field):
    response = phone.write(**sent)
    assert response.status_code == 422
    assert list(response.json()["errors"]) == [field]
    page = phone.write(script=False, **sent)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert not week.entries.exists()


def test_days_are_those_of_the_calendar_also_when_the_clock_changes(monkeypatch):
    """On 26 October 2025 the day has 25 hours; the week still has seven days."""
    week = week_from(dt.date(2025, 10, 22))
    phone = Phone(week.invitee)
    last = week.ends_on
    assert last == dt.date(2025, 10, 28)
    late = moment(last, 23) + dt.timedelta(minutes=59)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    for day in week.days:
        assert phone.write(day=day.isoformat()).status_code == 200
    monkeypatch.setattr("django.utils.timezone.now", lambda: late + dt.timedelta(minutes=2))
    assert phone.write(day=(last + DAY).isoformat()).status_code == 422
    assert len({entry.day for entry in week.entries.all()}) == 7


def test_a_photo_is_kept_small_locked_and_without_where_it_was_made(phone, week):
    upload = jpeg_with_place((3000, 2000))
    key = str(uuid.uuid4())
    for _time in range(2):
        file = SimpleUploadedFile("thuis.jpg", upload, "image/jpeg")
        assert phone.write(key=key, photo=file).json()["version"] == 1
    entry = week.entries.get()
    assert "thuis" not in entry.photo.name
    photo = phone.get("entry_photo", key)
    assert photo["Content-Type"] == "image/jpeg"
    assert b"Exif" not in photo.content
    assert max(size_of(photo.content)) == 1600
    stranger = Phone(week_from().invitee)
    assert stranger.get("entry_photo", key).status_code == 404
    phone.write(key=key, seen=1, drops_photo="on")
    assert phone.get("entry_photo", key).status_code == 404


@pytest.mark.parametrize(
    "content", [b"<svg/>", b"\xff\xd8\xff cut short", b"x" * (16 * 1024 * 1024)]
)
def test_what_is_no_photo_or_too_large_is_refused_at_its_field(phone, content):
    file = SimpleUploadedFile("foto.jpg", content, "image/jpeg")
    assert list(phone.write(photo=file).json()["errors"]) == ["photo"]


def test_who_may_read_it_is_for_the_writer_to_say_and_to_change_at_any_time(phone, week):
    entry = EntryFactory(week=week, audience=Audience.PUBLIC)
    week.closed_at = NOW
    week.save()
    campaign = week.invitee.campaign
    campaign.stage = Stage.LAUNCHED
    campaign.save()
    assert phone.write().status_code == 423
    assert phone.post("entry_removal", entry.key, seen=1).status_code == 423
    assert phone.post("entry", entry.key, audience="private", words="x").status_code == 302
    entry.refresh_from_db()
    assert (entry.audience, entry.words, entry.cents) == (Audience.PRIVATE, "", 250)
    assert phone.post("entry", entry.key, audience="all").status_code == 422


def test_what_is_left_is_of_the_campaigns_amount_and_for_what_it_covers(phone, week):
    campaign = week.invitee.campaign
    campaign.weekly_amount = 70
    campaign.save()
    EntryFactory(week=week, cents=2000)
    EntryFactory(week=week, cents=900, spending="outings")
    EntryFactory(week=week, cents=9900, removed_at=NOW)
    balance = phone.get("logbook").context["overview"].balance
    assert (balance.left, balance.beside) == (5000, 900)
    EntryFactory(week=week, cents=6000, spending="travel")
    assert phone.get("logbook").context["overview"].balance.over == 1000


def test_an_entry_is_written_and_changed_without_scripts(phone, week):
    assert phone.write(script=False, words="Met de hand").status_code == 302
    entry = week.entries.get()
    page = phone.get("entry", entry.key)
    assert page.context["form"].initial["amount"] == "2,50"
    changed = {"key": entry.key, "seen": 1, "day": TODAY, "amount": "", "words": "Anders"}
    changed |= {"spending": "food", "audience": "journalist"}
    assert phone.post("entry", entry.key, **changed).status_code == 302
    entry.refresh_from_db()
    assert (entry.cents, entry.words, entry.version) == (0, "Anders", 2)
    assert phone.post("entry", uuid.uuid4(), **changed).status_code == 404


def test_nothing_of_anothers_logbook_is_shown_or_changed(phone, week):
    other = EntryFactory(week=week_from(), words="Van een ander")
    for name in ("entry", "entry_photo"):
        assert phone.get(name, other.key).status_code == 404
    assert phone.post("entry_removal", other.key, seen=1).status_code == 404
    assert phone.write(key=other.key).status_code == 200
    assert Entry.objects.get(week=week).key == other.key
    other.refresh_from_db()
    assert other.words == "Van een ander"


def test_many_entries_cost_no_more_queries(phone, week, django_assert_max_num_queries):
    EntryFactory.create_batch(30, week=week, words="Soep")
    # What the site itself asks once is not the logbook's.
    phone.get("logbook")
    with django_assert_max_num_queries(14):
        phone.get("logbook")


def test_a_full_logbook_takes_no_more(phone, monkeypatch):
    monkeypatch.setattr("challenge.logbook.keeping.MOST_ENTRIES", 1)
    assert phone.write().status_code == 200
    assert phone.write().status_code == 423
