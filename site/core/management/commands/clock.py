"""See whether the clock ticks."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import override

from core.clock.registry import Job, jobs
from core.clock.ticking import keep_ticking
from core.models import PeriodicRun

# Later than this, no worker is running.
LATE = timedelta(minutes=20)


class Command(BaseCommand):
    """Starts the clock where it stood still, and shows what it does."""

    help = "Make sure that periodic jobs run, and show when each did."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to fail."""
        parser.add_argument(
            "--check", action="store_true", help="end with an error if a job is late or failed"
        )

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Start the clock and show each job.

        Raises:
            CommandError: there is no queue that waits; or, with `--check`, a job is late or
                failed the last time.

        """
        if not keep_ticking():
            message = "The clock needs a task queue that can wait: see TASKS in the settings."
            raise CommandError(message)
        rows = PeriodicRun.objects.in_bulk()
        faults = []
        for job in jobs():
            fault = _fault(rows.get(job.name))
            self.stdout.write(f"{job.name}: {_last(job, rows.get(job.name))}{fault}")
            faults += [job.name] if fault else []
        if check and faults:
            message = f"Not in order: {', '.join(faults)}. Does a worker run (manage.py db_worker)?"
            raise CommandError(message)


def _last(job: Job, row: PeriodicRun | None) -> str:
    with override("en"):
        every = timesince(timezone.now() - timedelta(seconds=job.seconds))
        if row is None or row.finished_at is None:
            return f"every {every}, has not run yet"
        return f"every {every}, last ran {timesince(row.finished_at)} ago"


def _fault(row: PeriodicRun | None) -> str:
    if row is None or row.due_at < timezone.now() - LATE:
        return "; LATE"
    return f"; FAILED {row.failures} times in a row" if row.failures else ""
