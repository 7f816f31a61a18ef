"""Load from wrk on the same machine, and what it measured."""

from __future__ import annotations

import re
import statistics
import subprocess
from dataclasses import dataclass

CONNECTIONS = 16
SECONDS = 5
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Measured:
    """One run of load.

    Attributes:
        rate: answers per second.
        median: the median time to answer, in ms.
        p99: the time within which 99 of 100 answers came, in ms.

    """

    rate: float
    median: float
    p99: float


def _latency(report: str, share: str) -> float:
    """Return a line of wrk's latency table in ms."""
    found = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", report)
    return float(found.group(1)) * MILLISECONDS[found.group(2)] if found else float("nan")


def put_load_on(address: str, seconds: int = SECONDS) -> Measured:
    """Return what wrk measured while it asked for one address as a browser does."""
    report = subprocess.run(
        [
            *("wrk", "--threads", "1", "--connections", str(CONNECTIONS)),
            *("--duration", f"{seconds}s", "--latency", "--header", "Accept-Encoding: br"),
            address,
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if "Non-2xx" in report:
        message = f"{address} answered with errors:\n{report}"
        raise RuntimeError(message)
    found = re.search(r"Requests/sec:\s+([\d.]+)", report)
    rate = float(found.group(1)) if found else 0.0
    return Measured(rate, _latency(report, "50"), _latency(report, "99"))


def middle(runs: list[Measured]) -> Measured:
    """Return the run with the middle rate."""
    rate = statistics.median_low(run.rate for run in runs)
    return next(run for run in runs if run.rate == rate)
