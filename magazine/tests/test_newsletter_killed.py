"""A worker that is really killed, by the signal that no program can catch."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from django.conf import settings
from django.db import connection

from magazine.newsletter.sending import begin
from magazine.tests.newsletter import live_edition, subscriber
from redactieraad.tests.factories import council

READERS = 30
TO = re.compile(r"^To: (lezer\d+@voorbeeld\.example)$", re.MULTILINE)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker(tmp_path):
    """Return what starts a real task worker on a copy of the test's database.

    It has the demo's settings: its mail server prints each letter.
    """
    if connection.vendor != "sqlite":
        pytest.skip("another process cannot see what this test has not committed")
    (tmp_path / "secret_key").write_text(settings.SECRET_KEY, encoding="utf-8")

    def start():
        return subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--batch"],
            cwd=ROOT,
            env=os.environ
            | {"DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev", "VAR_DIR": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    return start


@pytest.mark.django_db
def test_a_killed_worker_is_taken_over_and_nobody_gets_it_twice(worker, tmp_path):
    for number in range(READERS):
        subscriber(f"lezer{number}@voorbeeld.example")
    begin(live_edition(council()[:3]), None)
    # With what this test has not committed.
    (tmp_path / "db.sqlite3").write_bytes(connection.connection.serialize())
    copy = sqlite3.connect(tmp_path / "db.sqlite3", isolation_level=None)

    first = worker()
    got = []
    for line in first.stdout:
        got += TO.findall(line)
        if len(got) == 3:
            first.kill()
    first.wait(timeout=30)
    assert 3 <= len(got) < READERS, "the worker was to be killed in the middle"

    # Time passes: what the dead worker held is given up, and the clock looks again.
    copy.execute("UPDATE magazine_letter SET claimed_at = '2020-01-01' WHERE claimed_at NOT NULL")
    copy.execute("UPDATE core_periodicrun SET due_at = '2020-01-01', claimed_until = NULL")
    copy.execute("UPDATE django_tasks_database_dbtaskresult SET run_after = '2020-01-01'")
    second = worker()
    got += TO.findall(second.communicate(timeout=60)[0])

    states = dict(copy.execute("SELECT state, count(*) FROM magazine_letter GROUP BY state"))
    assert max(Counter(got).values()) == 1
    assert states.keys() <= {"sent", "unsure"}
    assert states["sent"] >= READERS - 1
    assert len(got) >= states["sent"]
    (finished,) = copy.execute("SELECT finished_at FROM magazine_mailing").fetchone()
    assert finished
