"""Lighthouse's four marks for a phone, as its command line gives them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

VERSION = "12.8.2"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# A browser that it starts may not answer it in time.
ATTEMPTS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def install(folder: Path) -> Path:
    """Return Lighthouse's program, installed into a folder of the bench's own at first use."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                *("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"),
                *("--prefix", str(folder), f"lighthouse@{VERSION}"),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return program


def marks(program: Path, chromium: str, address: str) -> dict[str, int]:
    """Return the marks of one page, 0 to 100, by category.

    Ends with what Lighthouse said where it fails each time.
    """
    for _attempt in range(ATTEMPTS):
        done = subprocess.run(
            [
                *(str(program), address, "--quiet", "--output=json", "--form-factor=mobile"),
                *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"),
            ],
            env=os.environ | {"CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            break
    else:
        sys.exit(f"Lighthouse failed on {address}:\n{done.stderr}")
    report = json.loads(done.stdout)
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
