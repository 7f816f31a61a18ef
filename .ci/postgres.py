"""A PostgreSQL of the tests' own: made, used and removed in one run.

It listens on a Unix socket in a temporary folder only, so it meets no other server,
and it does not wait for the disk. PostgreSQL refuses to run as root; then it runs as
the user `postgres` that Debian's package makes. The folder is in the system's
temporary folder because that user may not enter a checkout in root's home, and
because a socket's path may be at most 107 characters long.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from machine import postgres_programs

SERVER_OPTIONS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c listen_addresses= -c max_connections=50"
)
USER = "postgres"


def _run(command: list[str]) -> None:
    """Run a program of the server, as an unprivileged user; end with its words if it fails."""
    prefix = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    # Not in the checkout, which that user may not be allowed to enter.
    result = subprocess.run(
        [*prefix, *command], cwd="/", capture_output=True, text=True, check=False
    )
    if result.returncode:
        sys.exit(f"PostgreSQL for the tests failed:\n{result.stdout}{result.stderr}")


@contextmanager
def temporary_server() -> Iterator[str]:
    """Start a server and yield the `DATABASE_URL` of it; stop and remove it afterwards."""
    programs = postgres_programs()
    if programs is None:
        sys.exit("No PostgreSQL server was found: sudo apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="warm-rotterdam-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    data = folder / "data"
    try:
        initdb = str(programs / "initdb")
        _run([initdb, "--auth=trust", "-U", "warm", "--locale=C.UTF-8", "-D", str(data)])
        options = f"{SERVER_OPTIONS} -k {folder}"
        log = str(folder / "log")
        _run([str(programs / "pg_ctl"), "-D", str(data), "-l", log, "-o", options, "-w", "start"])
        try:
            yield f"postgres://warm@{quote(str(folder), safe='')}/postgres"
        finally:
            _run([str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
