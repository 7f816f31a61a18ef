"""Adds to the register of publications; `verifying` checks it against what is live."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import transaction
from django.utils import timezone

from wagtail.models import TranslatableMixin

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
    return Entry.objects.filter(model=label_of(instance), object_id=str(instance.pk)).first()


def label_of(instance: Any) -> str:
    """Return what kind of text this is, also where it is seen as a plain page."""
    model = getattr(instance, "specific_class", None) or type(instance)
    return model._meta.label_lower


@transaction.atomic
def _add(instance: Any, **values: Any) -> Entry:
    """Add one entry at the end; two at once wait for each other."""
    head, _created = RegisterHead.objects.get_or_create(pk=1)
    head = RegisterHead.objects.select_for_update().get(pk=1)
    translated = isinstance(instance, TranslatableMixin)
    entry = Entry(
        number=head.number + 1,
        happened_at=timezone.now(),
        model=label_of(instance),
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
