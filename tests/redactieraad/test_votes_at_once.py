"""Votes that really arrive at the same moment, from two processes on one database."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from django.conf import settings
from django.db import connection

from redactieraad.models import Vote
from redactieraad.tests.factories import approve, council, submit
from tests.redactieraad.kinds import STORY, fresh
from tests.redactieraad.test_votes_on_a_text import seen

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
VOTER = """
import sys
sys.path.insert(0, "site")
import django
django.setup()
from accounts.models import User
from redactieraad.voting import VoteRefusedError, cast_vote
user, state, fingerprint = sys.argv[1:]
voter = User.objects.get(pk=user)
print("ready", flush=True)
sys.stdin.readline()
try:
    cast_vote(voter, int(state), "approve", fingerprint=fingerprint)
    print("counted")
except VoteRefusedError as error:
    print(error.reason)
"""


def voter(folder, user, state, fingerprint):
    """Return a process that waits for a line, and then votes."""
    process = subprocess.Popen(
        [sys.executable, "-c", VOTER, str(user.pk), str(state.pk), fingerprint],
        cwd=ROOT,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev", "VAR_DIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def vote_at_once(folder, state, users):
    """Let these members approve at the same moment, and return what became of each vote."""
    if connection.vendor != "sqlite":
        pytest.skip("another process cannot see what this test has not committed")
    fingerprint = seen(state.revision.content_object)
    (folder / "secret_key").write_text(settings.SECRET_KEY, encoding="utf-8")
    (folder / "db.sqlite3").write_bytes(connection.connection.serialize())
    processes = [voter(folder, user, state, fingerprint) for user in users]
    for process in processes:
        process.stdin.write("now\n")
        process.stdin.flush()
    return sorted(process.communicate(timeout=60)[0].strip() for process in processes)


def test_two_last_votes_publish_once(tmp_path):
    members = council()
    state = submit(STORY.make())
    approve(state, members[:2])
    assert vote_at_once(tmp_path, state, members[2:4]) == ["closed", "counted"]
    with sqlite3.connect(tmp_path / "db.sqlite3") as copy:
        assert copy.execute("select kind, approvals from redactieraad_entry").fetchall() == [
            ("published", 3)
        ]
        assert copy.execute("select count(*) from redactieraad_decision").fetchone() == (1,)


def test_two_votes_of_which_both_are_needed_both_count(tmp_path):
    members = council()
    state = submit(STORY.make())
    approve(state, members[:1])
    assert vote_at_once(tmp_path, state, members[1:3]) == ["counted", "counted"]
    with sqlite3.connect(tmp_path / "db.sqlite3") as copy:
        assert copy.execute("select approvals from redactieraad_entry").fetchall() == [(3,)]


def test_one_member_in_two_browsers_votes_once(tmp_path):
    members = council()
    state = submit(STORY.make())
    assert vote_at_once(tmp_path, state, [members[0]] * 2) == ["counted", "voted"]
    assert not Vote.objects.exists()
    assert not fresh(state.revision.content_object).live
