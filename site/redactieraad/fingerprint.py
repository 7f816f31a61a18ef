"""The fingerprint of a text: equal for equal texts, whatever else changes around them.

A vote, an approval and an entry of the register each belong to one fingerprint. It is
taken from what a revision stores, so that it can be taken of a revision and of what is
live alike. What is not text (place in the tree, moments, locks, database keys) does not
count, nor do empty fields: a new field that nobody filled in makes no new text.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Revision

NOT_TEXT = frozenset(
    {
        "pk", "id", "path", "depth", "numchild", "url_path", "content_type", "translation_key",
        "locale", "latest_revision", "latest_revision_created_at", "live", "live_revision",
        "has_unpublished_changes", "first_published_at", "last_published_at", "go_live_at",
        "expire_at", "expired", "locked", "locked_at", "locked_by", "owner", "draft_title",
        "alias_of", "index_entries", "sort_order", COMMENTS_RELATION_NAME,
    }
)  # fmt: skip


def fingerprint(instance: models.Model) -> str:
    """Return the fingerprint of an object as it is, as 64 hexadecimal digits."""
    return _digest(type(instance), instance.serializable_data())  # type: ignore[attr-defined]


def fingerprint_of_revision(revision: Revision) -> str:
    """Return the fingerprint of what a revision holds, as 64 hexadecimal digits."""
    model = revision.content_type.model_class()
    return _digest(model, revision.content)


def _digest(model: type[models.Model], data: dict[str, Any]) -> str:
    text = json.dumps(_row(model, data), sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def _row(model: type[models.Model], data: dict[str, Any], parent: str = "") -> dict[str, Any]:
    """Return the text of one row and of the rows that belong to it."""
    fields = {field.name: field for field in model._meta.get_fields()}
    row = {}
    skipped = NOT_TEXT.union(getattr(model, "not_text", ()))
    for name, value in data.items():
        if name in skipped or name == parent or name.endswith("_ptr"):
            continue
        plain = _value(fields.get(name), value)
        if plain not in (None, "", [], {}, False):
            row[name] = plain
    return row


def _value(field: Any, value: Any) -> Any:
    """Return a value in the one way of writing that it has."""
    if isinstance(field, models.ManyToOneRel) and isinstance(value, list):
        rows = [_row(field.related_model, one, field.field.name) for one in value]
        ordered = sorted(zip(value, rows, strict=True), key=lambda pair: _place(pair[0]))
        return [row for _data, row in ordered]
    if isinstance(field, StreamField) and isinstance(value, str):
        return _without_ids(json.loads(value or "[]"))
    if isinstance(field, models.DecimalField) and value not in (None, ""):
        return format(Decimal(str(value)).normalize(), "f")
    return value


def _place(row: dict[str, Any]) -> int:
    """Return where a row of an ordered list stands; lists without an order stay as they are."""
    return row.get("sort_order") or 0


def _without_ids(value: Any) -> Any:
    """Return blocks without their ids, which are given when a block is first saved."""
    if isinstance(value, list):
        return [_without_ids(one) for one in value]
    if isinstance(value, dict):
        is_block = {"type", "value"} <= value.keys()
        return {
            name: _without_ids(one)
            for name, one in value.items()
            if not (is_block and name == "id")
        }
    return value
