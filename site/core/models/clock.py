"""When each periodic job ran, and who runs it now."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class PeriodicRun(models.Model):
    """One row for each periodic job. `core.clock.runs` alone writes it."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)
    # Until when a worker has it for itself. One that was killed keeps it no longer than this.
    claimed_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # How often it failed since it last succeeded.
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        """No permissions: no person ever changes these rows."""

        default_permissions = ()

    def __str__(self) -> str:
        """Return the name of the job."""
        return self.name
