"""What one test has made so far, copied for processes of their own: a site, or acts at once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60


def copied(folder: Path) -> dict[str, str]:
    """Copy the test's database and key to a folder; return the environment of a site on them."""
    if connection.vendor != "sqlite":
        pytest.skip("another process cannot see what this test has not committed")
    connection.ensure_connection()
    (folder / "secret_key").write_text(settings.SECRET_KEY, encoding="utf-8")
    (folder / "db.sqlite3").write_bytes(connection.connection.serialize())
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "VAR_DIR": str(folder),
    }


def at_once(folder: Path, script: str, acts: Iterable[Sequence[str]]) -> list[str]:
    """Let processes act at the same moment on one copy of the test's database.

    Args:
        folder: where the copy is made.
        script: Python that reads its arguments, prints `ready`, waits for a line, then acts.
        acts: the arguments of each process.

    Returns:
        What each printed after that, in their order.

    """
    environment = copied(folder)
    processes = [_ready(script, arguments, environment) for arguments in acts]
    for process in processes:
        assert process.stdin
        process.stdin.write("now\n")
        process.stdin.flush()
    return [process.communicate(timeout=60)[0].strip() for process in processes]


def _ready(
    script: str, arguments: Sequence[str], environment: dict[str, str]
) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a copy of the test's site until the block ends; yield its address without a slash."""
    environment = copied(folder)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = f"127.0.0.1:{port}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", place]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(port, server, folder / "log")
            yield f"http://{place}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and server.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail(f"The site did not start:\n{log.read_text(errors='replace')}", pytrace=False)
