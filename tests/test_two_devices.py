"""One member on two devices, answering at the same moment: two processes on one database."""

from __future__ import annotations

import sqlite3

import pytest

from challenge.tests.factories import NOW, InviteeFactory
from challenge.vocabulary import Choice
from tests.copies import at_once

DEVICE = """
import sys
import django
django.setup()
from datetime import datetime
from challenge.models import Invitee
from challenge.personal.answering import Reply, give_answer
pk, choice, now = sys.argv[1:]
invitee = Invitee.objects.get(pk=pk)
print("ready", flush=True)
sys.stdin.readline()
print(give_answer(invitee, Reply(choice, "", "public"), datetime.fromisoformat(now)))
"""


@pytest.mark.django_db
def test_two_devices_at_the_same_moment_lose_nothing(tmp_path):
    invitee = InviteeFactory()
    acts = [(str(invitee.pk), choice, NOW.isoformat()) for choice in (Choice.NO, Choice.ACCEPT)]
    assert at_once(tmp_path, DEVICE, acts) == ["True", "True"]
    with sqlite3.connect(tmp_path / "db.sqlite3") as copy:
        rows = copy.execute("select number, choice from challenge_answer").fetchall()
    assert sorted(number for number, _choice in rows) == [1, 2]
    assert {choice for _number, choice in rows} == {"no", "accept"}
