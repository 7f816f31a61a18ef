"""The task worker, which starts the clock where it stood still."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands import db_worker

from core.clock.ticking import keep_ticking


class Command(db_worker.Command):
    """Runs what is in the task queue, and what is to be done every so often."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the clock, then work."""
        keep_ticking()
        super().handle(*args, **options)
