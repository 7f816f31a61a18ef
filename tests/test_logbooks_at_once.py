"""Many members who save at the same moment lose nothing: a council on SQLite, ten on PostgreSQL."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from django.db import connection

from tests.copies import ROOT, copied

# A machine that does much else takes its time.
SECONDS = 300


def at_once(environment, number, times):
    """Return what `tests.at_once` counted."""
    command = [sys.executable, "-m", "tests.at_once", str(number), str(times)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def expected(number, times):
    return {
        "statuses": {"200": number * times},
        "entries": number,
        "weeks": number,
        "words": number,
        "logged": number,
        "versions": [1],
    }


@pytest.mark.django_db
def test_45_members_who_save_twice_at_once_on_sqlite_lose_nothing(tmp_path):
    assert at_once(copied(tmp_path), 45, 2) == expected(45, 2)


@pytest.fixture
def other_database(django_db_setup, django_db_blocker):
    """A copy of the PostgreSQL of the tests, in which others may commit."""
    with django_db_blocker.unblock():
        if connection.vendor != "postgresql":
            pytest.skip("this is about PostgreSQL")
        name = connection.settings_dict["NAME"]
        if not name.startswith("test_"):
            pytest.fail("Run the whole file: its other test has the database of the tests made.")
        copy = f"{name}_at_once"
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
        yield copy
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


def test_500_members_who_save_at_once_on_postgresql_lose_nothing(other_database, tmp_path):
    environment = os.environ | {
        "DATABASE_URL": re.sub(r"/[^/]*$", f"/{other_database}", os.environ["DATABASE_URL"]),
        "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "VAR_DIR": str(tmp_path),
    }
    assert at_once(environment, 500, 1) == expected(500, 1)
