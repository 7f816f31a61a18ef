"""Production starts only with settings that are right, and says in one line what is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RIGHT = {
    "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.production",
    "SECRET_KEY": "only-for-tests-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "SITE_URL": "https://www.example.org",
    "DATABASE_URL": "sqlite:////tmp/never-opened.sqlite3",
    "EMAIL_URL": "smtp+tls://user:p%40ss@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Warm Rotterdam <site@example.org>",
}
NEEDED = sorted(set(RIGHT) - {"DJANGO_SETTINGS_MODULE"})
STORE = {
    "S3_BUCKET": "uploads",
    "S3_PRIVATE_BUCKET": "private",
    "S3_PUBLIC_URL": "https://media.example.org",
    "S3_ENDPOINT": "https://s3.example.org",
    "S3_ACCESS_KEY": "key",
    "S3_SECRET_KEY": "secret",
}
WRONG = [
    ("SECRET_KEY", "short"),
    ("SITE_URL", "http://www.example.org"),
    ("SITE_URL", "www.example.org"),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "https://www.example.org"),
    ("CSRF_TRUSTED_ORIGINS", "www.example.org"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "oracle-of-delphi://host/name"),
    ("DATABASE_URL", "postgres://user:password@host:port/name"),
    ("CACHE_URL", "host:6379"),
    ("EMAIL_URL", "mail.example.org"),
    ("EMAIL_URL", "smtp://mail.example.org:port"),
    ("DEFAULT_FROM_EMAIL", "site"),
    ("TRUSTED_PROXIES", "one"),
    ("HTTPS_REDIRECT", "perhaps"),
    ("REQUIRE_TWO_STEP", "perhaps"),
    ("HSTS_SECONDS", "a year"),
    ("S3_PUBLIC_URL", "media.example.org"),
    ("S3_ENDPOINT", "s3"),
    ("MAP_TILES_URL", "http://tiles.example.org/{z}/{x}/{y}.png"),
    ("MAP_TILES_URL", "https://tiles.example.org/{z}/{x}.png"),
    ("QUICK_EXIT_URL", "javascript:alert(1)"),
]


def run(environment, *command, var):
    """Run a command in an environment with nothing else in it."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            "VAR_DIR": str(var),
        }
        | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_settings_pass_djangos_own_check(tmp_path):
    result = run(RIGHT, "manage.py", "check", "--deploy", "--fail-level", "WARNING", var=tmp_path)
    assert result.returncode == 0, result.stderr


def test_with_a_store_for_uploads_they_pass_too(tmp_path):
    result = run(
        RIGHT | STORE | {"TRUSTED_PROXIES": "1", "CACHE_URL": "redis://cache:6379/0"},
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        var=tmp_path,
    )
    assert result.returncode == 0, result.stderr


def test_lists_of_hosts_and_addresses_are_taken(tmp_path):
    lists = {
        "ALLOWED_HOSTS": "www.example.org,example.org",
        "CSRF_TRUSTED_ORIGINS": "https://www.example.org,https://example.org",
    }
    result = run(RIGHT | lists, "manage.py", "check", var=tmp_path)
    assert result.returncode == 0, result.stderr


def test_all_that_is_missing_is_told_at_once_a_line_each(tmp_path):
    result = run(
        {"DJANGO_SETTINGS_MODULE": RIGHT["DJANGO_SETTINGS_MODULE"]},
        *("manage.py", "check"),
        var=tmp_path,
    )
    lines = result.stderr.splitlines()
    assert result.returncode == 1
    assert sorted(line.split()[1] for line in lines) == NEEDED
    assert all(line.startswith("Setting ") and " is missing. " in line for line in lines)


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_is_malformed_is_told_in_one_line_that_names_it(name, value, tmp_path):
    environment = RIGHT | (STORE if name.startswith("S3_") else {}) | {name: value}
    code = (
        "import importlib, sys\n"
        "from warmrotterdam.environment import SettingError\n"
        "try: importlib.import_module('warmrotterdam.settings.production')\n"
        "except SettingError as error: sys.exit(str(error))\n"
    )
    result = run(environment, "-c", code, var=tmp_path)
    assert result.returncode == 1
    assert result.stderr.startswith(f"Setting {name} is malformed. ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        ("manage.py", "migrate"),
        ("manage.py", "demo_content"),
        ("manage.py", "runserver", "--noreload", "0"),
        ("-c", "import warmrotterdam.wsgi"),
    ],
)
def test_commands_and_the_server_say_it_the_same_way(command, tmp_path):
    result = run(RIGHT | {"SECRET_KEY": "short"}, *command, var=tmp_path)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "Setting SECRET_KEY is malformed. Set it to a random text of at least 50 characters."
    ]


def test_the_demos_accounts_are_refused_in_production(tmp_path):
    code = "import django; django.setup(); import accounts.demo; accounts.demo.load()"
    result = run(RIGHT, "-c", code, var=tmp_path)
    assert result.returncode == 1
    assert "allow no demo accounts" in result.stderr
