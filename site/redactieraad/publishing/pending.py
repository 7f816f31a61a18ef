"""Texts that the redactieraad approved and that readers do not see yet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone

from wagtail.models import DraftStateMixin, Page, Revision

from redactieraad.deciding.shelf import objects_of
from redactieraad.deciding.writers import Key
from redactieraad.governed import Governed
from redactieraad.models import Decision, Entry
from redactieraad.models.decisions import DecisionQuerySet


@dataclass(frozen=True)
class Pending:
    """An approved text that is not public yet.

    Attributes:
        decision: by which it may appear.
        revision: what was approved.
        text: the page or snippet.
        appears_at: the moment that is planned for it, if any.
        appears_with: what it waits for, such as its edition; None if that is public.

    """

    decision: Decision
    revision: Revision
    text: Any
    appears_at: dt.datetime | None
    appears_with: DraftStateMixin | None

    @property
    def key(self) -> Key:
        """Return which text it is."""
        return self.decision.content_type_id, self.decision.object_id

    @property
    def waits(self) -> bool:
        """Return whether it will appear by itself."""
        return self.appears_at is not None or self.appears_with is not None


def pending() -> list[Pending]:
    """Return all of them, the first approved first, in a fixed number of queries."""
    return list(_with_texts(_unused(Decision.objects.filter(_not_live_by_it()))))


def pending_of(text: Any) -> Pending | None:
    """Return what was approved of this text and is not public yet."""
    decisions = Decision.objects.of(text.get_base_content_type(), text.pk)
    return next(iter(_with_texts(_unused(decisions))), None)


def _not_live_by_it() -> Q:
    """Return the condition that spares reading the thousands of texts that are simply live."""
    bases = [Page] + [
        model
        for model in apps.get_models()
        if issubclass(model, Governed) and not issubclass(model, Page)
    ]
    waiting = Q()
    for base in bases:
        is_other = ~Q(content_type=ContentType.objects.get_for_model(base))
        waiting &= Q(is_other | ~Q(Exists(_live(base))))
    return waiting


def _live(base: type[models.Model]) -> models.QuerySet:
    number = Cast(OuterRef("object_id"), base._meta.pk)
    return base._default_manager.filter(
        pk=number, live=True, live_revision=OuterRef("revision")
    ).order_by()


def _unused(decisions: DecisionQuerySet) -> list[Decision]:
    """Return the newest decision in force on each text, unless it was carried out already."""
    in_force = decisions.in_force().exclude(revision=None).select_related("revision")
    newest: dict[Key, Decision] = {}
    for decision in in_force.order_by("decided_at", "pk"):
        newest[decision.content_type_id, decision.object_id] = decision
    used = {
        (entry.object_id, entry.fingerprint): entry.happened_at
        for entry in Entry.objects.filter(
            kind=Entry.Kind.PUBLISHED,
            fingerprint__in={decision.fingerprint for decision in newest.values()},
        ).order_by("number")
    }
    return [
        decision
        for decision in newest.values()
        if (moment := used.get((decision.object_id, decision.fingerprint))) is None
        or moment < decision.decided_at
    ]


def _with_texts(decisions: Iterable[Decision]) -> Iterator[Pending]:
    by_key = {(one.content_type_id, one.object_id): one for one in decisions}
    texts = objects_of(set(by_key))
    companions = _companions(texts.values())
    moments = _moments(by_key)
    for key, decision in by_key.items():
        if key not in texts or decision.revision is None:
            continue
        text, companion = texts[key], companions.get(key)
        yield Pending(
            decision,
            decision.revision,
            text,
            appears_at=moments.get(key),
            appears_with=companion if companion is not None and not companion.live else None,
        )


def _moments(keys: Iterable[Key]) -> dict[Key, dt.datetime]:
    """Return for which moment these texts are planned, where they are."""
    planned = Revision.objects.filter(
        approved_go_live_at__gt=timezone.now(),
        object_id__in={object_id for _type, object_id in keys},
    )
    rows = planned.values_list("base_content_type_id", "object_id", "approved_go_live_at")
    return {(type_id, object_id): moment for type_id, object_id, moment in rows}


def _companions(texts: Iterable[Any]) -> dict[Key, DraftStateMixin | None]:
    by_model: dict[type[Any], list[Any]] = defaultdict(list)
    for text in texts:
        by_model[type(text)].append(text)
    found: dict[Key, DraftStateMixin | None] = {}
    for model, some in by_model.items():
        type_id = some[0].get_base_content_type().pk
        for number, companion in model.companions_of(some).items():
            found[type_id, str(number)] = companion
    return found
