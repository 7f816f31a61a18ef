"""What the tests need beside Python: found, or installed through apt where that is allowed.

Nothing is skipped in silence. What is missing and may not be installed here is named
in one command that installs all of it.
"""

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST_NODE = 18
OLDEST_JAVA = 11


@dataclass(frozen=True)
class Tool:
    """Something that a check needs.

    Attributes:
        name: what it is called, and what for.
        packages: the Debian packages that bring it.
        is_here: whether this machine has it.

    """

    name: str
    packages: tuple[str, ...]
    is_here: Callable[[], bool]


def chromium() -> str | None:
    """Return the path of a Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def postgres_programs() -> Path | None:
    """Return the folder with the newest PostgreSQL server programs, or None.

    Debian keeps them off the path: /usr/lib/postgresql/<version>/bin.
    """
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name)
    )
    on_path = shutil.which("initdb")
    if on_path:
        folders.insert(0, Path(on_path).resolve().parent)
    complete = [folder for folder in folders if (folder / "pg_ctl").exists()]
    return complete[-1] if complete else None


def _major_version(*command: str) -> int:
    """Return the first number that a version command prints, 0 where there is no such command."""
    if not shutil.which(command[0]):
        return 0
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    digits = "".join(
        character if character.isdigit() else " " for character in answer.stdout + answer.stderr
    )
    return int((digits.split() or ["0"])[0])


def _has(*programs: str) -> bool:
    """Return whether all these programs are on the path."""
    return all(map(shutil.which, programs))


TOOLS = (
    Tool("Chromium (browser tests)", ("chromium",), lambda: chromium() is not None),
    Tool(
        "Java 11+ (W3C HTML validator)",
        ("default-jre-headless",),
        lambda: _major_version("java", "--version") >= OLDEST_JAVA,
    ),
    Tool(
        "PostgreSQL server (tests on PostgreSQL)",
        ("postgresql",),
        lambda: postgres_programs() is not None,
    ),
    Tool("gettext (message catalogues)", ("gettext",), lambda: _has("xgettext", "msguniq")),
    Tool(
        "Node.js 18+ with npm (stylelint, axe-core, vnu)",
        ("nodejs", "npm"),
        lambda: _major_version("node", "--version") >= OLDEST_NODE and _has("npm"),
    ),
)


def _as_root() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where that is not allowed."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    ):
        return ["sudo", "-n"]
    return None


def _apt_install(packages: Iterable[str], prefix: list[str]) -> None:
    """Install Debian packages; apt shows its own progress."""
    env = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*env, "apt-get", "update", "-q"], check=False)
    subprocess.run(
        [*env, "apt-get", "install", "-q", "-y", "--no-install-recommends", *packages], check=False
    )


def ensure(tools: Iterable[Tool] = TOOLS) -> None:
    """Find every tool or install it; end with the remedy where neither can be done."""
    missing = [tool for tool in tools if not tool.is_here()]
    if not missing:
        return
    packages = sorted({package for tool in missing for package in tool.packages})
    names = "\n".join(f"  {tool.name}" for tool in missing)
    print(f"This machine lacks:\n{names}", flush=True)
    prefix = _as_root()
    if prefix is not None and shutil.which("apt-get"):
        _apt_install(packages, prefix)
        missing = [tool for tool in missing if not tool.is_here()]
    if missing:
        left = "\n".join(f"  {tool.name}" for tool in missing)
        sys.exit(
            f"Still missing:\n{left}\nInstall what is missing, then run this again:\n"
            f"  sudo apt-get update && sudo apt-get install {' '.join(packages)}"
        )


def ensure_node_packages() -> None:
    """Install the npm tools as locked (with their hashes) where the lock has changed."""
    lock = ROOT / "package-lock.json"
    stamp = ROOT / "node_modules" / ".installed"
    digest = str(zlib.crc32(lock.read_bytes()))
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("Installing the npm tools from package-lock.json (about 20 seconds)", flush=True)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(
            "npm could not install package-lock.json; its words are above. Check that this machine "
            "reaches the npm registry (npm ping) and that the disk has 200 MB free."
        )
    stamp.write_text(digest)


if __name__ == "__main__":
    ensure()
    ensure_node_packages()
