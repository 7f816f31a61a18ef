"""Run the checks of this project: `all` (make test), `fast` (make test-fast) or `lint`.

Every check runs, also after one failed, and the end lists what failed. Nothing is
skipped in silence: missing programs are installed or named (see `machine.py`), and a
test that no run carried out counts as a failure.
"""

import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import machine
from postgres import temporary_server

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent
RESULTS = ROOT / "test-results"
PACKAGES = ("site", "home", "magazine", "projects", "warmtebronnen", "challenge", "search")
MOST_WORKERS = 4

LINT: dict[str, list[str]] = {
    "style (ruff)": ["ruff", "check", "."],
    "format (ruff)": ["ruff", "format", "--check", "."],
    "types (mypy)": ["mypy"],
    "import contracts": ["lint-imports"],
    "code that occurs twice (pylint)": ["pylint", "--recursive=y", *PACKAGES, "tests", ".ci"],
    "unsafe code (bandit)": ["bandit", "-q", "-r", *PACKAGES, ".ci", "-c", "pyproject.toml", "-ll"],
    "templates (djlint)": ["djlint", *PACKAGES, "--lint", "--quiet"],
    "stylesheets (stylelint)": ["node_modules/.bin/stylelint", "static/css/**/*.css"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
}


class Report:
    """What was run, how long it took, and what failed."""

    def __init__(self) -> None:
        """Start the clock."""
        self.started = time.monotonic()
        self.failed: list[str] = []

    def run(self, name: str, check: Callable[[], bool]) -> None:
        """Run one check and note how it went."""
        print(f"\n== {name}", flush=True)
        begun = time.monotonic()
        passed = check()
        seconds = time.monotonic() - begun
        print(f"== {name}: {'passed' if passed else 'FAILED'} in {seconds:.0f} s", flush=True)
        if not passed:
            self.failed.append(name)

    def finish(self) -> None:
        """Say what failed, and end with that as the exit code."""
        minutes, seconds = divmod(int(time.monotonic() - self.started), 60)
        if self.failed:
            names = "".join(f"\n  {name}" for name in self.failed)
            sys.exit(f"\nFailed after {minutes} min {seconds} s:{names}")
        print(f"\nEverything passed in {minutes} min {seconds} s.")


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a check: nothing of this machine's own databases or settings."""
    env = dict(os.environ)
    for own in ("DATABASE_URL", "CACHE_URL", "DJANGO_SETTINGS_MODULE", "SITE_URL"):
        env.pop(own, None)
    return env | {
        "PATH": f"{PROGRAMS}{os.pathsep}{env['PATH']}",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "VAR_DIR": env.get("VAR_DIR") or str(ROOT / "var" / "test"),
        **more,
    }


def command(*arguments: str, **env: str) -> bool:
    """Run a command with its output shown, and return whether it succeeded."""
    return not subprocess.run(arguments, cwd=ROOT, env=environment(**env), check=False).returncode


def pytest(name: str, *arguments: str, **env: str) -> bool:
    """Run a part of the test suite on every core, keeping its results for `never_run`."""
    workers = str(min(os.cpu_count() or 1, MOST_WORKERS))
    return command(
        *("pytest", "-q", "-n", workers, "--dist", "loadgroup"),
        f"--junitxml={RESULTS / name}.xml",
        *arguments,
        **env,
    )


def lint(report: Report) -> None:
    """Run every check that does not run the site."""
    machine.ensure(tool for tool in machine.TOOLS if "npm" in tool.packages)
    machine.ensure_node_packages()
    for name, arguments in LINT.items():
        report.run(name, lambda arguments=arguments: command(*arguments))


def on_postgres() -> bool:
    """Run every test that asks the database on a PostgreSQL of its own.

    What it covers was counted on SQLite already; counting again makes it slower by a half.
    """
    with temporary_server() as url:
        return pytest("postgresql", "-m", "not browser", "--only-database", DATABASE_URL=url)


def every_test_ran() -> bool:
    """Return whether each test was carried out in at least one run; list those that were not."""
    ran, skipped = set(), {}
    for results in sorted(RESULTS.glob("*.xml")):
        # Our own pytest wrote these files a moment ago.
        for case in ET.parse(results).iter("testcase"):  # noqa: S314  # nosec B314
            test = f"{case.get('classname')}.{case.get('name')}"
            skip = case.find("skipped")
            if skip is None:
                ran.add(test)
            else:
                skipped[test] = skip.get("message", "")
    never = sorted(skipped.keys() - ran)
    for test in never:
        print(f"never carried out: {test} ({skipped[test]})")
    return not never


def run_all(report: Report) -> None:
    """Run everything."""
    machine.ensure()
    RESULTS.mkdir(exist_ok=True)
    for old in RESULTS.glob("*.xml"):
        old.unlink()
    lint(report)
    report.run(
        "unit and page tests on SQLite",
        lambda: pytest("sqlite", "-m", "not browser", "--cov", "--cov-report="),
    )
    report.run("unit and page tests on PostgreSQL", on_postgres)
    report.run("browser, accessibility and HTML", lambda: pytest("browser", "-m", "browser"))
    report.run("coverage", lambda: command("coverage", "report"))
    report.run("no test left out", every_test_ran)


def run_fast(report: Report) -> None:
    """Run the unit and page tests on SQLite, in the test database of the last time."""
    machine.ensure(tool for tool in machine.TOOLS if "gettext" in tool.packages)
    RESULTS.mkdir(exist_ok=True)
    report.run("unit and page tests", lambda: pytest("fast", "-m", "not browser", "--reuse-db"))


def interrupted(*_arguments: object) -> None:
    """Turn a request to stop into an ordinary end, so that servers are stopped."""
    raise KeyboardInterrupt


def main() -> None:
    """Run what was asked for."""
    signal.signal(signal.SIGTERM, interrupted)
    parts = {"all": run_all, "fast": run_fast, "lint": lint}
    report = Report()
    try:
        parts[sys.argv[1]](report)
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
    report.finish()


if __name__ == "__main__":
    main()
