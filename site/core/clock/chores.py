"""What the site clears away by itself."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from core.clock.registry import register_periodic
from core.clock.ticking import ticks

DAY = 86_400


def register() -> None:
    """Have it done every day."""
    register_periodic("forget old sessions", DAY, "core.clock.chores.forget_old_sessions")
    register_periodic("forget finished tasks", DAY, "core.clock.chores.forget_finished_tasks")


def forget_old_sessions() -> None:
    """Remove the sessions that nobody can use any more."""
    call_command("clearsessions")


def forget_finished_tasks() -> None:
    """Remove the record of tasks after two weeks, and of each minute's tick after a day."""
    call_command("prune_db_task_results", queue_name="*", verbosity=0)
    ticks().successful().filter(finished_at__lt=timezone.now() - timedelta(days=1)).delete()
