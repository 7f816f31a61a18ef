"""What is to be done every so often.

An app says so once, in its `ready()`, and the task worker does the rest:

    from core.clock.registry import register_periodic

    register_periodic("consent expiry", 3600, "magazine.consents.end_what_expired")

The function takes no arguments, is imported only when it is due, and is run by one worker at
a time. It must be safe to run again from the start, because a worker may be stopped half-way;
it should be done within `runs.LEASE`, so what takes long goes to the task queue piece by piece.
When it raises, that is logged, the others still run, and it is tried again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """Something to be done every so often.

    Attributes:
        name: what it is called in the log and by `manage.py clock`; never used twice.
        seconds: how much time passes before it is done again.
        function: the dotted path of a function without arguments.

    """

    name: str
    seconds: int
    function: str


class TwoJobsOneNameError(ValueError):
    """Two jobs were registered under one name."""

    def __init__(self, name: str) -> None:
        """Name the name."""
        super().__init__(f"The clock has a job named {name!r} already.")


_jobs: dict[str, Job] = {}


def register_periodic(name: str, seconds: int, function_path: str) -> None:
    """Have a function run every so many seconds.

    Raises:
        TwoJobsOneNameError: another job has this name.

    """
    job = Job(name, seconds, function_path)
    if _jobs.setdefault(name, job) != job:
        raise TwoJobsOneNameError(name)


def jobs() -> list[Job]:
    """Return the registered jobs, in the order of their names."""
    return [_jobs[name] for name in sorted(_jobs)]
