"""Questions to the database in the words of the challenge."""

from __future__ import annotations

import datetime as dt

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery


class MembershipQuerySet(models.QuerySet):
    """Memberships of parties in a council."""

    def on(self, day: dt.date) -> MembershipQuerySet:
        """Return those that hold on a day."""
        return self.between(day, day)

    def between(self, first: dt.date, last: dt.date) -> MembershipQuerySet:
        """Return those that hold on at least one day from the first to the last."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lte=last)


class InviteeQuerySet(models.QuerySet):
    """Council members in a campaign."""

    def inside(self) -> InviteeQuerySet:
        """Return those who count: not replaced, on leave or ill."""
        return self.filter(outside="")

    def with_answer(self) -> InviteeQuerySet:
        """Return all, each with its newest `choice`; None without an answer."""
        answers = apps.get_model("challenge", "Answer").objects
        newest = answers.filter(invitee=OuterRef("pk")).order_by("-number")
        return self.annotate(choice=Subquery(newest.values("choice")[:1]))

    def with_links(self, now: dt.datetime) -> InviteeQuerySet:
        """Return all, each with `lost_links`: some were withdrawn, and no other works instead."""
        links = apps.get_model("challenge", "PersonalLink").objects
        mine = links.filter(invitee=OuterRef("pk"), expires_at__gt=now)
        lost = Exists(mine.exclude(revoked_at=None)) & ~Exists(mine.filter(revoked_at=None))
        return self.annotate(lost_links=lost)

    def unanswered(self) -> InviteeQuerySet:
        """Return those who gave no answer yet."""
        return self.filter(answers=None)
