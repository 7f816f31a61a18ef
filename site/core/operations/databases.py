"""Copying a whole database out and in, while the site runs.

SQLite by its own online backup, PostgreSQL by `pg_dump` and `pg_restore`.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

from core.operations.archive import ArchiveError


def engine() -> str:
    """Return `sqlite` or `postgresql`."""
    return connection.vendor


def dump(target: Path) -> None:
    """Write the whole database to `target`.

    Raises:
        ArchiveError: a tool is missing or failed.
    """
    if engine() == "sqlite":
        _copy_sqlite(connection.settings_dict["NAME"], target)
        return
    _run("pg_dump", ["--format=custom", "--no-owner", f"--file={target}"])


def load(source: Path) -> None:
    """Replace the whole database by the dump in `source`, all or nothing.

    Raises:
        ArchiveError: a tool is missing or failed; the database is as it was.
    """
    if engine() == "sqlite":
        _copy_sqlite(source, connection.settings_dict["NAME"])
        return
    options = ["--clean", "--if-exists", "--no-owner", "--single-transaction"]
    _run("pg_restore", [*options, f"--dbname={connection.settings_dict['NAME']}", str(source)])


def _copy_sqlite(source: Path | str, target: Path | str) -> None:
    """Copy one SQLite database into another in one step, whoever else has them open."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _run(tool: str, arguments: list[str]) -> None:
    """Run one of PostgreSQL's tools against the site's database."""
    path = shutil.which(tool)
    if path is None:
        message = f"{tool} is not installed. Install PostgreSQL's client programs and try again."
        raise ArchiveError(message)
    settings = connection.settings_dict
    secrets = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    # By environment, never as an argument: every user of the machine can list arguments.
    environment = os.environ | {name: str(value) for name, value in secrets.items() if value}
    done = subprocess.run(  # noqa: S603
        [path, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        message = f"{tool} failed: {done.stderr.strip().splitlines()[-1:]}. Nothing was changed."
        raise ArchiveError(message)
