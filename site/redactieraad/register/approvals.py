"""When what readers see was approved, for the line on each governed page."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from redactieraad.models import Decision, Entry


def with_approval() -> QuerySet[Any]:
    """Return the register's entries, each with the moment at which its text was approved.

    That is not always the moment at which it appeared: a text may wait for its edition.
    """
    decided = Decision.objects.filter(
        object_id=OuterRef("object_id"), fingerprint=OuterRef("fingerprint")
    ).order_by("-decided_at")
    moment = Subquery(decided.values("decided_at")[:1])
    return Entry.objects.annotate(approved_at=Coalesce(moment, "happened_at"))


def approval_of(instance: Any) -> Entry | None:
    """Return the entry by which this object is public, in one query; None if it is not.

    It carries `approved_at` and, for a translation, `original_approved_at`.
    """
    original = with_approval().filter(number=OuterRef("follows")).values("approved_at")
    entry: Entry | None = (
        with_approval()
        .annotate(original_approved_at=Subquery(original[:1]))
        .filter(model=instance._meta.label_lower, object_id=str(instance.pk))
        .first()
    )
    return entry if entry and entry.kind == Entry.Kind.PUBLISHED else None
