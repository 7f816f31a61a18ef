"""Finds where the register and what is public disagree: what no route of ours can have made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models

from wagtail.models import Page

from redactieraad.fingerprint import fingerprint
from redactieraad.governed import governed_model
from redactieraad.guard import allows
from redactieraad.models import Decision, Entry, RegisterHead
from redactieraad.quorum import Quorum, Tally
from redactieraad.register.entries import hash_of

ROWS_AT_ONCE = 200
SAY_EVERY = 1_000


def faults(say: Callable[[str], None] = lambda _line: None) -> Iterator[str]:
    """Yield, in English, everything in which the register and what is public disagree.

    Args:
        say: is told every so often how far it is.

    """
    newest: dict[tuple[str, str], Entry] = {}
    yield from _faults_in_the_register(newest)
    for model in filter(governed_model, apps.get_models()):
        yield from _faults_in_what_is_live(model, newest, say)
    # What is left was not found live.
    for entry in newest.values():
        if entry.kind == Entry.Kind.PUBLISHED:
            yield f"entry {entry.number} says that {entry.model} {entry.object_id} is live"


def _faults_in_the_register(newest: dict[tuple[str, str], Entry]) -> Iterator[str]:
    """Check the chain, and that each publication had enough votes; keep the newest entries."""
    previous, number = "", 0
    for entry in Entry.objects.order_by("number").iterator():
        if entry.number != number + 1:
            yield f"entry {number + 1} is missing"
        if entry.previous_hash != previous or entry.entry_hash != hash_of(entry):
            yield f"entry {entry.number} was changed after it was written"
        if entry.kind == Entry.Kind.PUBLISHED and not _had_votes(entry):
            yield f"entry {entry.number} was published with too few approvals"
        previous, number = entry.entry_hash, entry.number
        newest[entry.model, entry.object_id] = entry
    head = RegisterHead.objects.first()
    if (head.number, head.entry_hash) != (number, previous) if head else number:
        written = head.number if head else 0
        yield f"the register ends at entry {number}, but {written} were written"


def _had_votes(entry: Entry) -> bool:
    """Return whether the votes that an entry names can have been enough under any quorum."""
    least = Quorum(approvals=1, experts=1)
    quorum = least if entry.follows is None else Quorum.of_a_translation()
    return Tally(quorum, entry.approvals, entry.experts).is_reached


def _faults_in_what_is_live(
    model: type[models.Model],
    newest: dict[tuple[str, str], Entry],
    say: Callable[[str], None],
) -> Iterator[str]:
    label = model._meta.label_lower
    for number, instance in enumerate(_live(model), start=1):
        if number % SAY_EVERY == 0:
            say(f"{number} of {label} …")
        name = f"{label} {instance.pk} ({instance})"
        entry = newest.pop((label, str(instance.pk)), None)
        if entry is None or entry.kind != Entry.Kind.PUBLISHED:
            yield f"{name} is live, and no entry of the register says so"
        elif getattr(instance, "alias_of_id", None) is not None:
            yield f"{name} is live as an alias, and will change with its original"
        elif not _is_what_was_approved(instance, entry):
            yield f"{name} is live with another text than entry {entry.number} approved"


def _live(model: type[models.Model]) -> Iterator[Any]:
    """Return what is live of exactly this kind."""
    found = model._default_manager.filter(live=True)
    if issubclass(model, Page):
        # A portrait is a story too, and looked at as a portrait.
        found = found.filter(content_type=ContentType.objects.get_for_model(model))
    return found.iterator(chunk_size=ROWS_AT_ONCE)


def _is_what_was_approved(instance: Any, entry: Entry) -> bool:
    if fingerprint(instance) == entry.fingerprint:
        return True
    base = instance.get_base_content_type()
    decision = Decision.objects.of(base, instance.pk).filter(fingerprint=entry.fingerprint).first()
    return decision is not None and allows(decision, instance)
