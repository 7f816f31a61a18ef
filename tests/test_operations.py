"""Running the site: what a supervisor asks, what is logged, and that a backup comes back."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tarfile
import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.db import connection

from core.operations import databases
from core.operations.health import CHECKS
from core.operations.logs import JsonFormatter, without_personal_data

ROOT = Path(__file__).resolve().parents[1]
TITLE_SCRIPT = """
from home.models import HomePage
home = HomePage.objects.first()
{change}
print("TITLE=" + HomePage.objects.first().title)
"""


@pytest.mark.django_db
def test_live_answers_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_answers_when_everything_works(client):
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert set(response.json()["checks"].values()) == {"ok"}


@pytest.mark.django_db
def test_not_ready_names_the_check_that_failed_and_no_secret(client, monkeypatch):
    def fails() -> bool:
        message = "password=hunter2"
        raise RuntimeError(message)

    monkeypatch.setitem(CHECKS, "cache", fails)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["checks"]["cache"] == "failed"
    assert "hunter2" not in response.content.decode()


@pytest.mark.parametrize(
    ("written", "kept_out"),
    [
        ("Mail to fatima.voorbeeld+x@voorbeeld.example bounced", "fatima"),
        ("Not Found: /nl/zoeken/?q=schuldhulp", "schuldhulp"),
        ("GET /uitdaging/aGVsbG8td29ybGQtc2VjcmV0LXRva2Vu/ refused", "aGVsbG8"),
        ('"GET /nl/zoeken/?q=mijn+naam HTTP/1.1"', "mijn"),
    ],
)
def test_log_lines_carry_no_personal_data(written, kept_out):
    record = logging.LogRecord("site", logging.WARNING, "", 0, written, None, None)
    line = json.loads(JsonFormatter().format(record))
    assert kept_out not in line["message"]
    assert line["level"] == "WARNING"


@given(st.text(max_size=200))
def test_every_log_line_is_one_line_of_json(text):
    record = logging.LogRecord("site", logging.INFO, "", 0, "%s", (text,), None)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == without_personal_data(text)


class OtherSite:
    """A site of its own with its own database and media, driven by its commands."""

    def __init__(self, folder: Path, url: str) -> None:
        """Keep the folder for its files and the address of its database."""
        self.folder = folder
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "VAR_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        }

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def title(self, change: str = "") -> str:
        done = self.manage("shell", "-v0", "-c", TITLE_SCRIPT.format(change=change))
        assert "TITLE=" in done.stdout, done.stderr
        return done.stdout.split("TITLE=")[1].strip()


@pytest.fixture
def other_site(tmp_path, db, django_db_blocker):
    """Return a second site with the same kind of database as the tests run on."""
    if connection.vendor == "sqlite":
        path = tmp_path / "db.sqlite3"
        databases.dump(path)
        yield OtherSite(tmp_path, f"sqlite:///{path}")
        return
    name = f"other_{uuid.uuid4().hex[:8]}"
    arguments = {
        "env": os.environ | {"PGHOST": str(connection.settings_dict["HOST"])},
        "check": True,
    }
    user = ["-U", str(connection.settings_dict["USER"])]
    subprocess.run(["createdb", *user, name], **arguments)  # noqa: PLW1510
    url = os.environ["DATABASE_URL"]
    head, _slash, tail = url.rpartition("/")
    query = f"?{tail.partition('?')[2]}" if "?" in tail else ""
    site = OtherSite(tmp_path, f"{head}/{name}{query}")
    assert site.manage("migrate", "-v0").returncode == 0
    yield site
    subprocess.run(["dropdb", "--force", *user, name], **arguments)  # noqa: PLW1510


def test_backup_brings_back_the_text_and_the_media(other_site, tmp_path):
    media = other_site.folder / "media" / "images"
    media.mkdir(parents=True)
    (media / "hand.txt").write_text("a picture", encoding="utf-8")
    archive = tmp_path / "kept.tar.gz"

    assert other_site.manage("backup", "--to", str(archive)).returncode == 0
    other_site.title("home.title = 'Lost'; home.save()")
    (media / "hand.txt").unlink()
    done = other_site.manage("restore", str(archive), "--yes")

    assert done.returncode == 0, done.stderr
    assert other_site.title() == "Warm Rotterdam"
    assert (media / "hand.txt").read_text(encoding="utf-8") == "a picture"


def test_damaged_backup_is_refused_before_anything_changes(other_site, tmp_path):
    archive = tmp_path / "kept.tar.gz"
    made = other_site.manage("backup", "--to", str(archive))
    assert made.returncode == 0, made.stderr
    other_site.title("home.title = 'Newer'; home.save()")
    archive.write_bytes(archive.read_bytes()[:-2000])

    done = other_site.manage("restore", str(archive), "--yes")

    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert other_site.title() == "Newer"


def test_archive_of_something_else_is_refused(other_site, tmp_path):
    archive = tmp_path / "other.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(ROOT / "manage.py", "manage.py")
    done = other_site.manage("restore", str(archive), "--yes")
    assert done.returncode == 1
    assert "not a whole backup" in done.stderr
