"""The README's two commands say what to do when a machine is not ready for them."""

import importlib.util
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.guards.files import ROOT

SCRIPTS = ROOT / ".ci"


@pytest.fixture(scope="module")
def script():
    """Return a function that imports one of the scripts."""
    sys.path.insert(0, str(SCRIPTS))

    def imported(name):
        spec = importlib.util.spec_from_file_location(f"ci_{name}", SCRIPTS / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module

    yield imported
    sys.path.remove(str(SCRIPTS))


@pytest.fixture
def checkout(tmp_path):
    """Return a checkout without an environment, and a path that holds only basic programs."""
    folder = tmp_path / "checkout"
    shutil.copytree(SCRIPTS, folder / ".ci")
    (folder / "requirements").mkdir()
    (folder / "requirements" / "base.txt").write_text("no-such-package==1 --hash=sha256:00\n")
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("dirname", "grep", "cksum", "tr", "cat", "rm", "tail"):
        (programs / name).symlink_to(shutil.which(name))
    return folder


def make_environment(checkout, **env):
    return subprocess.run(
        ["/bin/sh", checkout / ".ci" / "environment", "base"],
        env={"PATH": str(checkout.parent / "programs"), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def put_python(checkout, text):
    """Put a program called python3 on the path that answers as an unsuitable Python would."""
    program = checkout.parent / "programs" / "python3"
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)


def test_without_python_the_remedy_is_named(checkout):
    result = make_environment(checkout)
    assert result.returncode == 1
    assert "Python 3.11 or newer was not found" in result.stderr
    assert "apt-get install python3" in result.stderr


def test_an_old_python_counts_as_none(checkout):
    put_python(checkout, "exit 1")
    assert "Python 3.11 or newer was not found" in make_environment(checkout).stderr


def test_without_the_venv_module_the_remedy_is_named(checkout):
    put_python(checkout, 'case "$2" in *ensurepip*) exit 1;; esac')
    result = make_environment(checkout)
    assert result.returncode == 1
    assert "apt-get install python3-venv" in result.stderr


def test_without_a_package_index_the_remedy_is_named(checkout):
    result = make_environment(checkout, PYTHON=sys.executable, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert result.returncode == 1
    assert "PIP_INDEX_URL" in result.stderr
    assert not (checkout / ".venv" / ".installed-base").exists()


@pytest.mark.parametrize("port", ["eighty", "0", "70000"])
def test_a_port_that_is_none_is_refused(port, script, monkeypatch):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit, match="make demo PORT=8001"):
        script("demo").chosen_port()


def test_a_port_that_is_taken_is_refused_with_another_to_try(script, monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(SystemExit, match=f"taken.*make demo PORT={port + 1}"):
            script("demo").chosen_port()


def test_a_full_disk_is_told_before_anything_is_written(script, monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=1))
    with pytest.raises(SystemExit, match="Free 300 MB"):
        script("demo").var_folder()


def test_the_demo_meets_no_other_database(script, monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgres://production")
    assert "DATABASE_URL" not in script("demo").environment(8000)


def test_the_welcome_names_every_demo_account(script):
    words = script("demo").welcome(8123)
    assert "http://127.0.0.1:8123/nl/" in words
    for name in ("beheer", "redacteur", "vertaler", "raad1", "partner1", "programma", "journalist"):
        assert f"{name}@voorbeeld.example" in words


def test_what_may_not_be_installed_is_named_in_one_command(script, monkeypatch):
    machine = script("machine")
    monkeypatch.setattr(machine, "_as_root", lambda: None)
    missing = [
        machine.Tool("Java", ("default-jre-headless",), lambda: False),
        machine.Tool("Chromium", ("chromium",), lambda: False),
    ]
    with pytest.raises(SystemExit, match="apt-get install chromium default-jre-headless"):
        machine.ensure(missing)


def test_what_is_missing_is_installed_where_that_is_allowed(script, monkeypatch):
    machine = script("machine")
    installed = []
    monkeypatch.setattr(machine, "_as_root", lambda: ["sudo", "-n"])
    monkeypatch.setattr(machine.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(
        machine, "_apt_install", lambda packages, prefix: installed.extend([*prefix, *packages])
    )
    machine.ensure([machine.Tool("Java", ("default-jre-headless",), lambda: bool(installed))])
    assert installed == ["sudo", "-n", "default-jre-headless"]


RESULTS = """<testsuites><testsuite>
<testcase classname="tests.a" name="test_one">{one}</testcase>
<testcase classname="tests.a" name="test_two">{two}</testcase>
</testsuite></testsuites>"""
SKIPPED = '<skipped message="needs PostgreSQL"/>'


@pytest.mark.parametrize(("elsewhere", "complete"), [("", True), (SKIPPED, False)])
def test_a_test_that_no_run_carried_out_is_a_failure(
    elsewhere, complete, script, monkeypatch, tmp_path, capsys
):
    checks = script("checks")
    monkeypatch.setattr(checks, "RESULTS", Path(tmp_path))
    (tmp_path / "sqlite.xml").write_text(RESULTS.format(one="", two=SKIPPED))
    (tmp_path / "postgresql.xml").write_text(RESULTS.format(one="", two=elsewhere))
    assert checks.every_test_ran() is complete
    assert ("tests.a.test_two (needs PostgreSQL)" in capsys.readouterr().out) is not complete
