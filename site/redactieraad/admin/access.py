"""Which texts somebody works on in the admin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page
from wagtail.permissions import policy_registry

from redactieraad.deciding.writers import Key


def editable(user: Any, keys: Iterable[Key]) -> set[Key]:
    """Return those of these texts that this person may edit, in one query for all pages."""
    by_type: dict[int, set[str]] = defaultdict(set)
    for type_id, object_id in keys:
        by_type[type_id].add(object_id)
    found: set[Key] = set()
    for type_id, object_ids in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is not None and issubclass(model, Page):
            policy = policy_registry.get_by_type(Page)
            pages = policy.instances_user_has_permission_for(user, "change")
            mine = pages.filter(pk__in=object_ids).values_list("pk", flat=True)
            found.update((type_id, str(number)) for number in mine)
        elif policy_registry.get_by_type(model).user_has_permission(user, "change"):
            found.update((type_id, object_id) for object_id in object_ids)
    return found


def may_edit(user: Any, text: Any) -> bool:
    """Return whether this person works on this text."""
    key = (text.get_base_content_type().pk, str(text.pk))
    return key in editable(user, [key])
