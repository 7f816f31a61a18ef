"""Finds subscribers and the letters of a mailing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count

if TYPE_CHECKING:
    from magazine.models import Letter, Subscriber


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Finds subscribers."""

    def reachable(self) -> SubscriberQuerySet:
        """Return those who confirmed, and whose mail did not come back."""
        return self.filter(bounced_at=None).exclude(confirmed_at=None)

    def unconfirmed_since(self, moment: datetime) -> SubscriberQuerySet:
        """Return those who asked before this moment and never confirmed."""
        return self.filter(confirmed_at=None, requested_at__lt=moment)


class LetterQuerySet(models.QuerySet["Letter"]):
    """Finds letters."""

    def waiting(self) -> LetterQuerySet:
        """Return the letters that are to be sent, now or later."""
        return self.filter(
            state=self.model.State.PENDING,
            subscriber__isnull=False,
            subscriber__bounced_at=None,
        )

    def due(self, now: datetime) -> LetterQuerySet:
        """Return the letters that may be sent now, in a fixed order."""
        return self.waiting().filter(not_before__lte=now).order_by("pk")

    def numbers(self) -> dict[str, int]:
        """Return how many letters are in each state."""
        counted = self.order_by().values_list("state").annotate(Count("pk"))
        return {state.value: 0 for state in self.model.State} | dict(counted)
