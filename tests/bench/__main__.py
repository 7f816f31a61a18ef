"""Measure what the site costs and print it: `make bench`.

All throughput figures are of one run on one machine, with the same server, two workers
and the same load; only their ratios mean something elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.bench import lighthouse, load, servers, weight

ROOT = Path(__file__).resolve().parents[2]
FIRST_PORT = 8470
ROUNDS = 3
WARMING_SECONDS = 3
MADE_ANEW = "home, uncached"
LEAST_CACHED, LEAST_UNCACHED = 0.8, 0.4
SITE = "warmrotterdam.wsgi:application"
BARE = "tests.bench.wsgi:application"
# One of each kind that has a budget.
LOOKED_AT = (
    "/nl/",
    "/nl/over-ons/visie/",
    "/nl/magazine/zomer-2019/koffie-zonder-formulier/",
    "/nl/warmtebronnen/",
    "/nl/warmtebronnen/het-envelopje/",
    "/nl/uitdaging/voorbeeldstad-eerste/",
    "/nl/uitdaging/voorbeeldstad-eerste/index/",
)
NEEDED = {"wrk": "wrk", "nginx": "nginx", "chromium": "chromium", "npm": "npm", "node": "nodejs"}


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)


def need_programs() -> None:
    """End with the remedy where a program is missing."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        sys.exit(f"The bench needs more. Install it: sudo apt-get install {' '.join(missing)}")


def prepare(folder: Path) -> dict[str, str]:
    """Fill a fresh demo site in a folder; return the environment that points to it."""
    say("Making a fresh demo site")
    chosen = {"VAR_DIR": str(folder), "DEBUG": "0"}
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "CACHE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "prepare.py")],
        env=environment | chosen,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return chosen


def fetch(address: str) -> bytes:
    """Return the bytes of a page as a browser gets them, compressed."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def throughput(site: dict[str, str], folder: Path) -> dict[str, load.Measured]:
    """Return what each server can do, measured in turns so that all meet the same machine."""
    body = folder / "body"
    with servers.granian("warmrotterdam.settings.dev", SITE, FIRST_PORT, **site) as address:
        fetch(address)
        body.write_bytes(fetch(address))
    dev, bench = "warmrotterdam.settings.dev", "tests.bench.settings_"
    runs: dict[str, list[load.Measured]] = {}
    for turn in range(ROUNDS):
        say(f"Load, round {turn + 1} of {ROUNDS}")
        port = FIRST_PORT + 10 * (turn + 1)
        www = folder / f"nginx-{turn}"
        www.mkdir()
        contexts = {
            "static file, nginx": servers.nginx(body, www, port),
            "plain Django answer": servers.granian(
                f"{bench}plain", BARE, port + 1, BENCH_BODY=str(body)
            ),
            "home, cached": servers.granian(dev, SITE, port + 2, **site),
            "bare Wagtail page": servers.granian(f"{bench}bare", BARE, port + 3, **site),
            MADE_ANEW: servers.granian(dev, SITE, port + 4, **site),
            "home, no cache at all": servers.granian(f"{bench}uncached", SITE, port + 5, **site),
        }
        for name, context in contexts.items():
            with context as address:
                # With a parameter that no page knows, the page is made for that request alone.
                asked = f"{address}?anew=1" if name == MADE_ANEW else address
                load.put_load_on(asked, WARMING_SECONDS)
                runs.setdefault(name, []).append(load.put_load_on(asked))
    return {name: load.middle(of_one) for name, of_one in runs.items()}


def print_throughput(measured: dict[str, load.Measured]) -> None:
    """Print the table and the two ratios that have a budget."""
    say("\nThroughput of /nl/ (middle of three rounds)")
    say(f"  {'':24}{'a second':>10}{'median ms':>11}{'p99 ms':>9}")
    for name, run in measured.items():
        say(f"  {name:24}{run.rate:10.0f}{run.median:11.2f}{run.p99:9.2f}")
    cached = measured["home, cached"].rate / measured["plain Django answer"].rate
    uncached = measured[MADE_ANEW].rate / measured["bare Wagtail page"].rate
    say(f"  cached to plain Django    {cached:.2f}  (at least {LEAST_CACHED})")
    say(f"  uncached to bare Wagtail  {uncached:.2f}  (at least {LEAST_UNCACHED})")


def uncached(module: str, site: dict[str, str]) -> list[str]:
    """Return what a module of the bench prints, run on the demo with every cache off."""
    return printed(module, site, "tests.bench.settings_uncached")


def printed(module: str, site: dict[str, str], with_settings: str) -> list[str]:
    """Return what a module of the bench prints, run on the demo."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    settings = {"DJANGO_SETTINGS_MODULE": with_settings, "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}"],
        env=os.environ | site | settings,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout.splitlines()


def print_queries(site: dict[str, str]) -> None:
    """Print the dearest pages in queries, uncached."""
    lines = uncached("queries", site)
    say(f"\nQueries of {len(lines)} pages, uncached (at most 12); the dearest")
    for line in lines[:5]:
        say(f"  {line}")


def print_browser(site: dict[str, str], folder: Path) -> None:
    """Print the weight of home and Lighthouse's marks."""
    chromium = str(shutil.which("chromium"))
    program = lighthouse.install(ROOT / "var" / "bench")
    port = FIRST_PORT + 50
    with servers.granian("warmrotterdam.settings.dev", SITE, port, **site) as address:
        say("\nHome on the wire, first visit, 360 px wide, in kB")
        say("  (at most 75, of which at most 50 without pictures)")
        for density in (1, 2):
            sizes = weight.first_visit(chromium, address, density)
            kinds = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sizes.most_common())
            say(f"  {density}x screen: {sizes.total() / 1000:.1f} ({kinds})")
        say(f"\nLighthouse {lighthouse.VERSION}, phone")
        base = address.removesuffix("/nl/")
        for path in LOOKED_AT:
            marks = lighthouse.marks(program, chromium, f"{base}{path}")
            words = ", ".join(f"{name} {mark}" for name, mark in marks.items())
            say(f"  {path:50}{words}")


def print_growth(site: dict[str, str]) -> None:
    """Print what thousands of stories cost."""
    say("\nThousands of stories, uncached")
    for line in uncached("growth", site):
        say(line)


def print_places(site: dict[str, str]) -> None:
    """Print what a thousand places cost."""
    say("\nA thousand places, each page made anew from the directory that is kept")
    for line in printed("growth_places", site, "warmrotterdam.settings.dev"):
        say(line)


def print_index(site: dict[str, str]) -> None:
    """Print what the index of a large council costs."""
    say("\nThe Political Poverty Index")
    for line in printed("growth_index", site, "warmrotterdam.settings.dev"):
        say(line)


def main() -> None:
    """Measure and print everything."""
    need_programs()
    with tempfile.TemporaryDirectory(prefix="warm-bench-") as name:
        folder = Path(name)
        site = prepare(folder / "var")
        print_queries(site)
        print_throughput(throughput(site, folder))
        print_browser(site, folder)
        print_index(site)
        # Last: they fill the demo with what nobody would read.
        print_places(site)
        print_growth(site)


if __name__ == "__main__":
    main()
