"""Finds subscribers and the letters of a mailing."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _


class SubscriberQuerySet(models.QuerySet):
    """Finds subscribers."""

    def reachable(self) -> Self:
        """Return those who confirmed, and whose mail did not come back."""
        return self.filter(bounced_at=None).exclude(confirmed_at=None)

    def to_forget(self, unconfirmed_since: datetime, bounced_since: datetime) -> Self:
        """Return those who never confirmed, or whose mail came back, before these moments."""
        unconfirmed = models.Q(confirmed_at=None, requested_at__lt=unconfirmed_since)
        return self.filter(unconfirmed | models.Q(bounced_at__lt=bounced_since))


class LetterState(models.TextChoices):
    """How far a letter is."""

    PENDING = "pending", _("Waiting")
    SENDING = "sending", _("On its way now")
    SENT = "sent", _("Sent")
    BOUNCED = "bounced", _("Came back")
    FAILED = "failed", _("Could not be sent")
    UNSURE = "unsure", _("Broken off: sent or not, nobody knows")


class LetterQuerySet(models.QuerySet):
    """Finds letters."""

    def waiting(self) -> Self:
        """Return the letters that are to be sent, now or later."""
        return self.filter(
            state=LetterState.PENDING,
            subscriber__isnull=False,
            subscriber__bounced_at=None,
        )

    def due(self, now: datetime) -> Self:
        """Return the letters that may be sent now, in a fixed order."""
        return self.waiting().filter(not_before__lte=now).order_by("pk")

    def numbers(self) -> dict[str, int]:
        """Return how many letters are in each state."""
        counted = self.order_by().values_list("state").annotate(Count("pk"))
        return {state.value: 0 for state in LetterState} | dict(counted)
