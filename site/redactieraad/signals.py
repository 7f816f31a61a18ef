"""Listens to what is published, taken offline and edited."""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone

from wagtail.models import Revision
from wagtail.signals import published, unpublished

from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.governed import Governed, governed_model
from redactieraad.guard import NotApprovedError, decision_for
from redactieraad.models import Decision, Entry, Vote
from redactieraad.register import enter_publication, enter_taking_offline, last_entry

_reason: contextvars.ContextVar[str] = contextvars.ContextVar("reason", default="")


def connect() -> None:
    """Listen from now on."""
    published.connect(_on_published, dispatch_uid="redactieraad.published")
    unpublished.connect(_on_unpublished, dispatch_uid="redactieraad.unpublished")
    post_save.connect(_on_revision, sender=Revision, dispatch_uid="redactieraad.revision")


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Give what is taken offline inside this block its reason in the register."""
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


def _on_published(sender: type, instance: Any, **kwargs: Any) -> None:
    """Enter a publication; the guard has let it pass, so that there is a decision."""
    if not isinstance(instance, Governed) or not instance.live:
        return
    decision = decision_for(instance)
    if decision is None:
        raise NotApprovedError(instance)
    enter_publication(instance, decision)


def _on_unpublished(sender: type, instance: Any, **kwargs: Any) -> None:
    """End the decision on what went offline, and enter it."""
    if not isinstance(instance, Governed):
        return
    base = instance.get_base_content_type()
    Decision.objects.of(base, instance.pk).in_force().update(ended_at=timezone.now())
    last = last_entry(instance)
    if last and last.kind == Entry.Kind.PUBLISHED:
        expired = Entry.Reason.EXPIRED if instance.expired else Entry.Reason.EDITORS
        enter_taking_offline(instance, _reason.get() or expired)


def _on_revision(sender: type, instance: Revision, **kwargs: Any) -> None:
    """Void the votes on an earlier text when a writer has changed it."""
    if not governed_model(instance.content_type.model_class()):
        return
    standing = Vote.objects.standing().filter(
        task_state__workflow_state__base_content_type=instance.base_content_type_id,
        task_state__workflow_state__object_id=instance.object_id,
        task_state__status="in_progress",
    )
    voided = list(standing.exclude(fingerprint=fingerprint_of_revision(instance)))
    if not voided:
        return
    Vote.objects.filter(pk__in=[vote.pk for vote in voided]).update(voided_at=timezone.now())
    voters = {vote.user_id for vote in voided}
    transaction.on_commit(lambda: _tell(voters, voided[0].task_state_id))


def _tell(voters: set[int], task_state_id: int) -> None:
    from redactieraad.emails import tell_votes_are_void  # noqa: PLC0415 - sent only now

    tell_votes_are_void(voters, task_state_id)
