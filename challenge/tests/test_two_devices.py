"""One member on two devices, answering at the same moment: two processes on one database."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from django.conf import settings
from django.db import connection

from challenge.tests.factories import NOW, InviteeFactory
from challenge.vocabulary import Choice

ROOT = Path(__file__).resolve().parents[2]
DEVICE = """
import sys
sys.path.insert(0, "site")
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


def device(folder, invitee, choice):
    """Return a process that waits for a line, and then answers."""
    process = subprocess.Popen(
        [sys.executable, "-c", DEVICE, str(invitee.pk), choice, NOW.isoformat()],
        cwd=ROOT,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev", "VAR_DIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.django_db
def test_two_devices_at_the_same_moment_lose_nothing(tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("another process cannot see what this test has not committed")
    invitee = InviteeFactory()
    (tmp_path / "secret_key").write_text(settings.SECRET_KEY, encoding="utf-8")
    (tmp_path / "db.sqlite3").write_bytes(connection.connection.serialize())
    devices = [device(tmp_path, invitee, choice) for choice in (Choice.NO, Choice.ACCEPT)]
    for one in devices:
        one.stdin.write("now\n")
        one.stdin.flush()
    assert [one.communicate(timeout=60)[0].strip() for one in devices] == ["True", "True"]
    with sqlite3.connect(tmp_path / "db.sqlite3") as copy:
        rows = copy.execute("select number, choice from challenge_answer").fetchall()
    assert sorted(number for number, _choice in rows) == [1, 2]
    assert {choice for _number, choice in rows} == {"no", "accept"}
