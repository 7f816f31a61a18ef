"""One real server with the demo content, shared by all browser tests and their processes.

It is what `make demo` starts, in a folder of its own. The test that needs it first
starts it, in whichever process that test runs; the others wait for it; the process that
leads the run stops it at the end. With `--reuse-db` its folder is kept for the next run.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
RUN_FOLDER = "WARM_TEST_RUN"
START_SECONDS = 400


@dataclass(frozen=True)
class DemoPage:
    """One page that the demo shows to everybody.

    Attributes:
        url: its address below the site's base.
        language: its language's code.

    """

    url: str
    language: str


@dataclass(frozen=True)
class DemoSite:
    """The running demo.

    Attributes:
        base: the address of the server, without a slash at the end.
        database: its SQLite file.
        pages: every live and public page.

    """

    base: str
    database: Path
    pages: tuple[DemoPage, ...]

    def urls(self, language: str) -> list[str]:
        """Return the address of every page in a language."""
        return [page.url for page in self.pages if page.language == language]


def pytest_configure(config: pytest.Config) -> None:
    """Let the process that leads the run make the folder that all of them share."""
    if not hasattr(config, "workerinput"):
        os.environ[RUN_FOLDER] = tempfile.mkdtemp(prefix="warm-rotterdam-tests-")
        os.environ["STOP_WITH_PROCESS"] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server at the end of the run."""
    if hasattr(config, "workerinput"):
        return
    run = Path(os.environ[RUN_FOLDER])
    record = run / "pid"
    if record.exists():
        _stop(int(record.read_text()))
    shutil.rmtree(run, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses the running demo, so that `-m browser` selects it."""
    for item in items:
        if "demo_site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_site(request: pytest.FixtureRequest) -> DemoSite:
    """Return the running demo, started where it does not run yet."""
    run = Path(os.environ[RUN_FOLDER])
    kept = request.config.getoption("reuse_db")
    var = settings.VAR / "demo-of-tests" if kept else run / "var"
    address, failure = run / "address", run / "failure"
    with _one_at_a_time(run / "lock"):
        if not address.exists() and not failure.exists():
            _start(run, var)
    if failure.exists():
        pytest.fail(f"The demo did not start:\n{failure.read_text()}", pytrace=False)
    database = var / "db.sqlite3"
    return DemoSite(address.read_text(), database, _pages(database))


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Hold a lock that other processes wait for."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _free_port() -> int:
    """Return a port that nothing listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(run: Path, var: Path) -> None:
    """Start the demo; write down its address once it is served, or why it is not."""
    port = _free_port()
    log = run / "demo.log"
    env = {name: value for name, value in os.environ.items() if name != "RESET"}
    with log.open("wb") as output:
        demo = subprocess.Popen(
            [sys.executable, str(ROOT / ".ci" / "demo.py")],
            env=env | {"PORT": str(port), "VAR_DIR": str(var)},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (run / "pid").write_text(str(demo.pid))
    give_up = time.monotonic() + START_SECONDS
    while "is served" not in log.read_text(errors="replace"):
        if demo.poll() is not None or time.monotonic() > give_up:
            (run / "failure").write_text(log.read_text(errors="replace"))
            return
        time.sleep(0.2)
    (run / "address").write_text(f"http://127.0.0.1:{port}")


def _stop(pid: int) -> None:
    """Ask the demo to stop, and wait until it has."""
    try:
        os.kill(pid, signal.SIGTERM)
        for _try in range(150):
            os.kill(pid, 0)
            time.sleep(0.1)
    except ProcessLookupError:
        return


def _pages(database: Path) -> tuple[DemoPage, ...]:
    """Return every live and public page, in the order of the tree.

    Read with SQL, because the tests' own Django looks at another database. The first
    part of a page's path is the home page of its language.
    """
    rows = """
        SELECT page.url_path, locale.language_code
          FROM wagtailcore_page AS page
          JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
         WHERE page.live AND page.depth > 1 AND NOT EXISTS (
               SELECT 1 FROM wagtailcore_pageviewrestriction AS restriction
                 JOIN wagtailcore_page AS private ON private.id = restriction.page_id
                WHERE page.path LIKE private.path || '%')
         ORDER BY page.path
    """
    with closing(sqlite3.connect(database)) as connection:
        return tuple(
            DemoPage(f"/{language}/{path.split('/', 2)[2]}", language)
            for path, language in connection.execute(rows)
        )
