"""Votes that really arrive at the same moment, from two processes on one database."""

from __future__ import annotations

import sqlite3

import pytest

from redactieraad.models import Vote
from redactieraad.tests.factories import approve, council, submit
from tests.copies import at_once
from tests.redactieraad.kinds import STORY, fresh
from tests.redactieraad.test_votes_on_a_text import seen

pytestmark = pytest.mark.django_db

VOTER = """
import sys
import django
django.setup()
from accounts.models import User
from redactieraad.deciding.voting import VoteRefusedError, cast_vote
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


def vote_at_once(folder, state, users):
    """Let these members approve at the same moment, and return what became of each vote."""
    fingerprint = seen(state.revision.content_object)
    return sorted(
        at_once(folder, VOTER, [(str(user.pk), str(state.pk), fingerprint) for user in users])
    )


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
