"""Listens to what becomes public, goes offline, is deleted and is edited."""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_save, pre_delete
from django.utils import timezone

from wagtail.models import Revision

from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.governed import governed_model
from redactieraad.guard import (
    as_it_will_be,
    changes_what_is_public,
    decision_for,
    decisions_on,
    is_governed,
)
from redactieraad.models import Decision, Entry, Vote
from redactieraad.register.entries import enter_publication, enter_taking_offline, last_entry

_reason: contextvars.ContextVar[str] = contextvars.ContextVar("reason", default="")


def connect() -> None:
    """Listen from now on.

    To saving, and not to Wagtail's signals of publishing: some ways to and from the public
    send none (a plain `save()`, wagtail-localize's update of a live record).
    """
    post_save.connect(_after_save, dispatch_uid="redactieraad.saved")
    post_save.connect(_on_revision, sender=Revision, dispatch_uid="redactieraad.revision")
    # Listening to all deletions would slow down each of them.
    for model in filter(governed_model, apps.get_models()):
        pre_delete.connect(_before_deletion, sender=model, dispatch_uid="redactieraad.deletion")


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Give what is taken offline inside this block its reason in the register."""
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


def _after_save(
    sender: type[models.Model],
    instance: Any,
    *,
    raw: bool,
    update_fields: frozenset[str] | None,
    **kwargs: Any,
) -> None:
    """Enter what became public by this save, or what no longer is."""
    if raw or not is_governed(sender, instance) or not changes_what_is_public(update_fields):
        return
    if instance.live:
        _enter_if_new(as_it_will_be(instance, update_fields))
    else:
        _end(instance, Entry.Reason.EXPIRED if instance.expired else Entry.Reason.EDITORS)


def _enter_if_new(instance: Any) -> None:
    """Enter a publication, once for each decision; earlier decisions are used up by it."""
    decision, last = decision_for(instance), last_entry(instance)
    if decision is None or _is_entered(decision, last):
        return
    enter_publication(instance, decision)
    earlier = [one.pk for one in decisions_on(instance) if one.pk < decision.pk]
    Decision.objects.filter(pk__in=earlier).update(ended_at=timezone.now())


def _is_entered(decision: Decision, last: Entry | None) -> bool:
    return (
        last is not None
        and last.kind == Entry.Kind.PUBLISHED
        and last.fingerprint == decision.fingerprint
        and last.happened_at >= decision.decided_at
    )


def _before_deletion(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Enter that a public text was deleted."""
    _end(instance, Entry.Reason.DELETED)


def _end(instance: Any, reason: str) -> None:
    """Enter that a text is public no longer, if it was; with that its decisions are used up."""
    last = last_entry(instance)
    if last is None or last.kind != Entry.Kind.PUBLISHED:
        return
    base = instance.get_base_content_type()
    Decision.objects.of(base, instance.pk).in_force().update(ended_at=timezone.now())
    enter_taking_offline(instance, _reason.get() or reason)


def _on_revision(sender: type, instance: Revision, *, raw: bool, **kwargs: Any) -> None:
    """Void the votes on an earlier text when a writer has changed it."""
    if raw or not governed_model(instance.content_type.model_class()):
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
    from redactieraad.letters.sending import tell_votes_are_void  # noqa: PLC0415 - sent only now

    tell_votes_are_void(voters, task_state_id)
