"""The task that runs what is due and puts itself in the queue again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django_tasks import TaskResultStatus, task, task_backends
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from django.utils import timezone

from core.clock.runs import run_due

TICK = timedelta(seconds=60)


@task()
def tick() -> list[str]:
    """Put the next tick in the queue, then run what is due.

    In this order, so that a worker that is killed in between breaks no chain.
    """
    now = timezone.now()
    keep_ticking(after=TICK)
    return run_due(now)


def keep_ticking(after: timedelta = timedelta(0)) -> bool:
    """Put a tick in the queue unless one waits there.

    Where two processes do so at the same moment, the first of both ticks puts in none.

    Returns:
        Whether there is a queue that can wait. The tests' queue runs all at once.

    """
    if not task_backends["default"].supports_defer:
        return False
    if not waiting_ticks().exists():
        tick.using(run_after=timezone.now() + after).enqueue()
    return True


def waiting_ticks() -> Any:
    """Return the ticks in the queue."""
    return ticks().filter(status=TaskResultStatus.READY)


def ticks() -> Any:
    """Return the ticks of which there is a record."""
    return DBTaskResult.objects.filter(task_path=tick.module_path)


def connect() -> None:
    """See to it that a tick which failed is not the last one."""
    task_finished.connect(_after_task, dispatch_uid="core.clock.ticking")


def _after_task(sender: Any, task_result: Any, **kwargs: Any) -> None:
    if task_result.status == TaskResultStatus.FAILED and task_result.task.func is tick.func:
        keep_ticking(after=TICK)
