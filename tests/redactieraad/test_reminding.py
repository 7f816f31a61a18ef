"""The reminder of what waits: one a day for each member, whatever happens to the worker."""

from __future__ import annotations

import datetime as dt

import pytest
from django_tasks_db.models import DBTaskResult

from django.core import mail

from magazine.tests import factories as magazine
from redactieraad.letters import reminding
from redactieraad.letters.reminding import mail_digest, remind_members
from redactieraad.letters.timetable import CITY
from redactieraad.models import Member
from redactieraad.tests.factories import approve, member, submit

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=CITY)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    """Let it be noon, and return a function that lets it be another time."""

    def let_it_be(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    let_it_be(NOON)
    return let_it_be


def reminded():
    return sorted(address for message in mail.outbox for address in message.to)


def emails(*users):
    return sorted(user.email for user in users)


def wait_for_votes(slug="verhaal", **fields):
    return submit(magazine.story(slug, **fields))


def test_every_member_hears_once_a_day_of_what_waits(members, noon):
    wait_for_votes()
    for quarter in range(4):
        noon(NOON + quarter * dt.timedelta(minutes=15))
        remind_members()
    assert reminded() == emails(*members)
    noon(NOON + DAY)
    remind_members()
    assert reminded() == sorted(2 * emails(*members))


def test_nobody_hears_when_nothing_waits_and_the_day_is_not_used_up(members):
    remind_members()
    assert reminded() == []
    wait_for_votes()
    remind_members()
    assert reminded() == emails(*members)


def test_what_somebody_voted_on_wrote_or_cannot_read_does_not_wait_for_them(members):
    reader = member("lezer", reads=["tr"])
    state = submit(magazine.story("verhaal", owner=members[4]))
    approve(state, members[:1])
    remind_members()
    assert reminded() == emails(*members[1:4])
    assert reader.email not in reminded()


def test_what_was_decided_does_not_wait(members):
    approve(wait_for_votes(), members[:3])
    mail.outbox.clear()
    remind_members()
    assert reminded() == []


def test_the_oldest_stands_first_with_the_way_to_the_desk_and_no_way_in(members, noon):
    noon(NOON - 2 * DAY)
    wait_for_votes("oud", title="De oudste")
    noon(NOON - DAY)
    wait_for_votes("jong", title="De jongste")
    noon(NOON)
    remind_members()
    body = mail.outbox[0].body
    assert body.index("De oudste") < body.index("De jongste")
    assert body.rstrip().count("/redactieraad/\n") == 1
    assert "/inloggen/" not in body


def test_the_subject_says_how_many_and_not_what(members):
    wait_for_votes("een", title="Het leven van Sam")
    wait_for_votes("twee", title="Het leven van Noor")
    remind_members()
    assert "2" in mail.outbox[0].subject
    assert not {"Sam", "Noor", "leven"} & set(mail.outbox[0].subject.split())


@pytest.mark.parametrize("hour", [0, 8, 20, 23])
def test_nobody_is_woken(members, noon, hour):
    wait_for_votes()
    noon(NOON.replace(hour=hour))
    remind_members()
    assert reminded() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"wants_digest": False},
        {"away_from": NOON.date(), "away_until": NOON.date()},
        {"left_on": NOON.date() - DAY},
        {"digest_sent_on": NOON.date()},
    ],
)
def test_who_does_not_want_it_is_away_left_or_heard_today_is_left_alone(members, fields):
    wait_for_votes()
    Member.objects.filter(user=members[0]).update(**fields)
    remind_members()
    assert reminded() == emails(*members[1:])


def test_a_closed_account_is_left_alone(members):
    wait_for_votes()
    members[0].is_active = False
    members[0].save()
    remind_members()
    assert reminded() == emails(*members[1:])


def test_two_workers_at_the_same_moment_remind_once(members):
    """The second one found out who was due before the first wrote it down."""
    wait_for_votes()
    remind_members()
    for one in members:
        reminding._remind(one.redactieraad_member.pk, NOON)
    assert reminded() == emails(*members)


@pytest.mark.parametrize("breaks", ["save", "enqueue"])
def test_a_worker_that_stops_half_way_neither_forgets_nor_repeats(members, monkeypatch, breaks):
    wait_for_votes()

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    whole = reminding.mail_digest, Member.save
    if breaks == "save":
        monkeypatch.setattr(Member, "save", stop)
    else:
        monkeypatch.setattr(reminding, "mail_digest", type("Broken", (), {"enqueue": stop}))
    with pytest.raises(KeyboardInterrupt):
        remind_members()
    assert not Member.objects.exclude(digest_sent_on=None).exists()
    monkeypatch.setattr(reminding, "mail_digest", whole[0])
    monkeypatch.setattr(Member, "save", whole[1])
    remind_members()
    assert reminded() == emails(*members)


def test_what_waited_in_the_queue_until_night_is_not_mailed(members, noon, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    wait_for_votes()
    remind_members()
    queued = DBTaskResult.objects.filter(task_path=mail_digest.module_path)
    assert queued.count() == len(members)
    noon(NOON.replace(hour=22))
    for task in queued:
        mail_digest.call(*task.args_kwargs["args"])
    assert reminded() == []


def test_what_was_decided_while_the_mail_waited_is_not_mailed(members):
    state = wait_for_votes()
    approve(state, members[:3])
    mail.outbox.clear()
    mail_digest.call(members[4].redactieraad_member.pk)
    assert reminded() == []
