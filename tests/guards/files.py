"""Which files are ours."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("home", "magazine", "projects", "warmtebronnen", "challenge", "search")
HOUSE = ("site/warmrotterdam", "site/core", "site/accounts", "site/languages", "site/redactieraad")


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that git keeps or would keep, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = (Path(name) for name in listed.split("\0") if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


def own(*suffixes: str, tests: bool = False) -> Iterator[Path]:
    """Yield the files of our apps with one of these suffixes, as paths from the root."""
    for path in tracked():
        in_app = path.parts[0] in {*APPS, "site"}
        if in_app and path.suffix in suffixes and (tests or "tests" not in path.parts):
            yield path
