"""Runs what is due: each job by one worker at a time, and none stopped by another's failure."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string

from core.clock.registry import Job, jobs
from core.models import PeriodicRun

logger = logging.getLogger(__name__)

# A worker that was killed in the middle of a job keeps others from it for this long.
LEASE = timedelta(minutes=15)
# What failed is tried again after this, or sooner where it is due sooner.
AFTER_FAILURE = timedelta(minutes=5)


def run_due(now: datetime) -> list[str]:
    """Run every job that is due at this moment.

    Returns:
        The names of those that were run, also where they failed.

    """
    return [job.name for job in jobs() if _run(job, now)]


def _run(job: Job, now: datetime) -> bool:
    claim = _claim(job, now)
    if claim is None:
        return False
    try:
        import_string(job.function)()
    except Exception:  # whatever it is: the other jobs are not to suffer from it
        logger.exception("The periodic job '%s' failed", job.name)
        _finish(job, claim, now, has_failed=True)
    else:
        _finish(job, claim, now, has_failed=False)
    return True


@transaction.atomic
def _claim(job: Job, now: datetime) -> datetime | None:
    """Take a job for this worker if it is due, and nobody else's.

    Returns:
        Until when it is ours; None if it is not.

    """
    PeriodicRun.objects.get_or_create(name=job.name, defaults={"due_at": now})
    is_free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    row = (
        PeriodicRun.objects.select_for_update()
        .filter(is_free, name=job.name, due_at__lte=now)
        .first()
    )
    if row is None:
        return None
    row.claimed_until = now + LEASE
    row.save(update_fields=["claimed_until"])
    return row.claimed_until


def _finish(job: Job, claim: datetime, now: datetime, *, has_failed: bool) -> None:
    """Give a job back, unless it took so long that another worker has taken it since."""
    pause = timedelta(seconds=job.seconds)
    PeriodicRun.objects.filter(name=job.name, claimed_until=claim).update(
        claimed_until=None,
        finished_at=timezone.now(),
        due_at=now + (min(pause, AFTER_FAILURE) if has_failed else pause),
        failures=F("failures") + 1 if has_failed else 0,
    )
