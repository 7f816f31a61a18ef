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
ORDER = "sort_order"


def fingerprint(instance: models.Model) -> str:
    """Return the fingerprint of an object as it is, as 64 hexadecimal digits."""
    return _digest(type(instance), instance.serializable_data())  # type: ignore[attr-defined]


def fingerprint_of_revision(revision: Revision) -> str:
    """Return the fingerprint of what a revision holds, as 64 hexadecimal digits."""
    model = revision.content_type.model_class()
    return _digest(model, revision.content)


def _digest(model: type[models.Model], data: dict[str, Any]) -> str:
    return hashlib.sha256(_written(_row(model, data)).encode()).hexdigest()


def _row(model: type[models.Model], data: dict[str, Any], parent: str = "") -> dict[str, Any]:
    """Return the text of one row and of the rows that belong to it."""
    fields = {field.name: field for field in model._meta.get_fields()}
    row = {}
    skipped = NOT_TEXT.union(getattr(model, "not_text", ()))
    for name, value in data.items():
        if name in skipped or name == parent or name.endswith("_ptr"):
            continue
        plain = _value(fields.get(name), value)
        if not _is_unfilled(fields.get(name), plain):
            row[name] = plain
    return row


def _is_unfilled(field: Any, value: Any) -> bool:
    """Return whether a value is what a field has that nobody filled in, and nothing to read.

    An empty value in a field with a default of its own was chosen by somebody.
    """
    if value in (None, "", [], {}):
        return not (isinstance(field, models.Field) and field.get_default())
    return value is False and isinstance(field, models.Field) and field.get_default() is False


def _value(field: Any, value: Any) -> Any:
    """Return a value in the one way of writing that it has."""
    if isinstance(field, models.ManyToOneRel) and isinstance(value, list):
        return _rows(field, value)
    if isinstance(field, models.ManyToManyField) and isinstance(value, list):
        return sorted(value)
    if isinstance(field, StreamField) and isinstance(value, str):
        return _without_ids(json.loads(value or "[]"))
    if isinstance(field, models.DecimalField) and value not in (None, ""):
        return format(Decimal(str(value)).normalize(), "f")
    return value


def _rows(relation: models.ManyToOneRel, data: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a list: in its order, or in a fixed one where it has none."""
    model = relation.related_model
    rows = [_row(model, one, relation.field.name) for one in data]
    if not any(field.name == ORDER for field in model._meta.get_fields()):
        return sorted(rows, key=_written)
    # Rows that were never saved have no place yet: they stand as they are.
    ordered = sorted(zip(data, rows, strict=True), key=lambda pair: pair[0].get(ORDER) or 0)
    return [row for _one, row in ordered]


def _written(value: Any) -> str:
    """Return JSON that is the same for equal values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)


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
