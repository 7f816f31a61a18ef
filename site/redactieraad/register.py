"""Adds to the register of publications, and checks it against what is live."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from wagtail.models import TranslatableMixin

from redactieraad.fingerprint import fingerprint
from redactieraad.governed import Governed
from redactieraad.guard import allows
from redactieraad.models import Decision, Entry, RegisterHead
from redactieraad.selectors import language_of

# What the hash of an entry is taken of: all that it says.
HASHED = (
    "number", "happened_at", "kind", "reason", "model", "object_id", "translation_key",
    "language", "revision", "fingerprint", "approvals", "experts", "follows", "previous_hash",
)  # fmt: skip


def enter_publication(instance: Any, decision: Decision) -> Entry:
    """Add that this text became public by this decision."""
    return _add(
        instance,
        kind=Entry.Kind.PUBLISHED,
        revision=decision.revision_id,
        fingerprint=decision.fingerprint,
        approvals=decision.approvals,
        experts=decision.experts,
        follows=decision.follows.number if decision.follows else None,
    )


def enter_taking_offline(instance: Any, reason: str) -> Entry:
    """Add that this text is public no longer.

    Args:
        instance: the page or snippet.
        reason: one of `Entry.Reason`.

    """
    last = last_entry(instance)
    return _add(
        instance,
        kind=Entry.Kind.OFFLINE,
        reason=reason,
        revision=last.revision if last else None,
        fingerprint=last.fingerprint if last else "",
    )


def last_entry(instance: Any) -> Entry | None:
    """Return the newest entry about this object."""
    label = instance._meta.label_lower
    return Entry.objects.filter(model=label, object_id=str(instance.pk)).first()


@transaction.atomic
def _add(instance: Any, **values: Any) -> Entry:
    """Add one entry at the end; two at once wait for each other."""
    head, _created = RegisterHead.objects.get_or_create(pk=1)
    head = RegisterHead.objects.select_for_update().get(pk=1)
    translated = isinstance(instance, TranslatableMixin)
    entry = Entry(
        number=head.number + 1,
        happened_at=timezone.now(),
        model=instance._meta.label_lower,
        object_id=str(instance.pk),
        translation_key=str(instance.translation_key) if translated else "",
        language=language_of(instance),
        previous_hash=head.entry_hash,
        **values,
    )
    entry.entry_hash = hash_of(entry)
    entry.save()
    head.number, head.entry_hash = entry.number, entry.entry_hash
    head.save()
    return entry


def hash_of(entry: Entry) -> str:
    """Return the hash that an entry must carry, as 64 hexadecimal digits."""
    said = {name: getattr(entry, name) for name in HASHED}
    said["happened_at"] = entry.happened_at.isoformat()
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def faults() -> Iterator[str]:
    """Yield, in English, everything in which the register and what is live disagree."""
    yield from _broken_links()
    for model in apps.get_models():
        if issubclass(model, Governed):
            yield from _faults_of(model)


def _broken_links() -> Iterator[str]:
    previous, number = "", 0
    for entry in Entry.objects.order_by("number").iterator():
        if entry.number != number + 1:
            yield f"entry {number + 1} is missing"
        if entry.previous_hash != previous or entry.entry_hash != hash_of(entry):
            yield f"entry {entry.number} was changed after it was written"
        previous, number = entry.entry_hash, entry.number
    head = RegisterHead.objects.first()
    if head and (head.number, head.entry_hash) != (number, previous):
        yield f"the register ends at entry {number}, but {head.number} were written"


def _faults_of(model: type[models.Model]) -> Iterator[str]:
    for instance in model._default_manager.filter(live=True).iterator():
        # A portrait is found among the stories too.
        if getattr(instance, "specific_class", model) is not model:
            continue
        name = f"{instance._meta.label_lower} {instance.pk} ({instance})"
        entry = last_entry(instance)
        if entry is None or entry.kind != Entry.Kind.PUBLISHED:
            yield f"{name} is live, and no entry of the register says so"
        elif not _is_what_was_approved(instance, entry):
            yield f"{name} is live with another text than entry {entry.number} approved"
    for entry in _newest_entries(model):
        exists = model._default_manager.filter(pk=entry.object_id, live=True).exists()
        if entry.kind == Entry.Kind.PUBLISHED and not exists:
            yield f"entry {entry.number} says that {entry.model} {entry.object_id} is live"


def _is_what_was_approved(instance: Any, entry: Entry) -> bool:
    if fingerprint(instance) == entry.fingerprint:
        return True
    base = instance.get_base_content_type()
    decision = Decision.objects.of(base, instance.pk).filter(fingerprint=entry.fingerprint).first()
    return decision is not None and allows(decision, instance)


def _newest_entries(model: type[models.Model]) -> Iterator[Entry]:
    seen = set()
    for entry in Entry.objects.filter(model=model._meta.label_lower).iterator():
        if entry.object_id not in seen:
            seen.add(entry.object_id)
            yield entry
