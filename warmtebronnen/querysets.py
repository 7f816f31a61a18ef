"""The questions that the site asks of its places."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery

from wagtail.models import PageManager, PageQuerySet

from languages.registry import SOURCE


class PlaceQuerySet(PageQuerySet):
    """Places: one page for each place and language."""

    def originals(self) -> Self:
        """Return the pages in the site's own language: one for each place, with its facts."""
        return self.filter(locale__language_code=SOURCE)

    def with_confirmation(self) -> Self:
        """Add when each place was last found right, as `confirmed_at` (None: never).

        And by whom, as `confirmed_by`.
        """
        from warmtebronnen.models import Confirmation  # noqa: PLC0415 - it needs this module

        newest = Confirmation.objects.filter(place=OuterRef("pk")).order_by("-confirmed_at")
        return self.annotate(
            confirmed_at=Subquery(newest.values("confirmed_at")[:1]),
            confirmed_by=Subquery(newest.values("by")[:1]),
        )

    def tended_by(self, user: models.Model) -> Self:
        """Return the places that this person tends."""
        return self.filter(tendings__user=user)


PlaceManager = PageManager.from_queryset(PlaceQuerySet)


class NoticeQuerySet(models.QuerySet):
    """Notices of places."""

    def holding_on(self, day: dt.date) -> Self:
        """Return those that hold on a day, and were not taken back."""
        return self.filter(starts_on__lte=day, ends_on__gte=day, withdrawn_at=None)
