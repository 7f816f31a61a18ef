"""What the site clears away by itself."""

from __future__ import annotations

import logging
from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from django.core.management import call_command
from django.utils import timezone

from core.clock.registry import register_periodic
from core.clock.ticking import ticks

logger = logging.getLogger(__name__)

DAY = 86_400


def register() -> None:
    """Have it done every day."""
    register_periodic("forget old sessions", DAY, "core.clock.chores.forget_old_sessions")
    register_periodic("forget finished tasks", DAY, "core.clock.chores.forget_finished_tasks")
    register_periodic("forget imports", DAY, "core.importing.shelf.forget_old")


def forget_old_sessions() -> None:
    """Remove the sessions that nobody can use any more."""
    call_command("clearsessions")


def forget_finished_tasks() -> None:
    """Remove the record of tasks after two weeks, and of each minute's tick after a day.

    A task whose worker was killed stays 'running' for ever; it is logged, and called failed.
    """
    a_day_ago = timezone.now() - timedelta(days=1)
    for record in DBTaskResult.objects.running().filter(started_at__lt=a_day_ago):
        logger.error("A task was never finished: %s", record.task_path)
        record.set_failed(InterruptedError())
    call_command("prune_db_task_results", queue_name="*", verbosity=0)
    ticks().successful().filter(finished_at__lt=a_day_ago).delete()
