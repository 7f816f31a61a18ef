"""Reads many texts at once, with as many queries for thirty as for three."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from wagtail.models import Locale, Page, Revision

from redactieraad.deciding.writers import Key, writers_of_each
from redactieraad.models import Entry, RedactieraadTaskState
from redactieraad.selectors import original_among


def key_of(task_state: RedactieraadTaskState) -> Key:
    """Return which text a task is about."""
    workflow_state = task_state.workflow_state
    return workflow_state.base_content_type_id, workflow_state.object_id


class Shelf:
    """The objects, revisions, originals and writers of a number of texts.

    Attributes:
        objects: the pages and snippets that still exist, without their longer fields.
        revisions: the newest revision of each.
        follows: the publication that a text translates, where there is one.
        writers: who may not vote on each, because they wrote or edited it.

    """

    def __init__(self, states: Iterable[RedactieraadTaskState]) -> None:
        """Read what belongs to the texts of these tasks."""
        self.objects = objects_of({key_of(state) for state in states})
        newest = {key: one.latest_revision_id for key, one in self.objects.items()}
        found = Revision.objects.in_bulk(set(newest.values()))
        self.revisions = {key: found[number] for key, number in newest.items() if number in found}
        self.follows = _follows(self.objects)
        self.writers = writers_of_each(self.objects.values())


def objects_of(keys: set[Key]) -> dict[Key, Any]:
    """Return the pages and snippets with these keys that exist, each with its locale."""
    by_type: dict[int, set[str]] = defaultdict(set)
    for type_id, object_id in keys:
        by_type[type_id].add(object_id)
    locales = Locale.objects.in_bulk()
    found = {}
    for type_id, object_ids in by_type.items():
        for one in _rows(type_id, object_ids):
            if hasattr(one, "locale_id"):
                one.locale = locales[one.locale_id]
            found[type_id, str(one.pk)] = one
    return found


def _rows(type_id: int, object_ids: set[str]) -> QuerySet:
    model: Any = ContentType.objects.get_for_id(type_id).model_class()
    rows = model._default_manager.filter(pk__in=object_ids)
    return rows.specific(defer=True) if issubclass(model, Page) else rows


def _follows(objects: dict[Key, Any]) -> dict[Key, Entry]:
    keys = {key: str(getattr(one, "translation_key", "")) for key, one in objects.items()}
    families: dict[str, list[Entry]] = defaultdict(list)
    entries = Entry.objects.filter(translation_key__in=set(keys.values()) - {""})
    for entry in entries.order_by("number"):
        families[entry.translation_key].append(entry)
    found = {}
    for key, family in keys.items():
        if original := original_among(families[family], key[1]):
            found[key] = original
    return found
