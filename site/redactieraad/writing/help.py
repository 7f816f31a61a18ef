"""What an editor is told about a text as it was saved last."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page
from wagtail.permissions import policy_registry

from languages.readability import analyse
from redactieraad.checks import as_submitted
from redactieraad.governed import Governed
from redactieraad.selectors import language_of
from redactieraad.writing.prose import prose_of


def writing_help(text: Any) -> dict[str, Any]:
    """Return what has to be mended before submitting, and how hard the text is to read.

    Args:
        text: a governed page or snippet; its latest revision is looked at.

    """
    latest = as_submitted(text)
    return {
        "faults": latest.faults_before_submitting(),
        "analysis": analyse(prose_of(latest), language_of(latest)),
    }


def found_for(user: Any, type_id: int, key: str) -> Governed | None:
    """Return a governed text that this person may edit; None if there is none."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    if model is None or not issubclass(model, Governed):
        return None
    text: Any = model._default_manager.filter(pk=key).first()
    if text is None or not _may_edit(user, text):
        return None
    return text


def _may_edit(user: Any, text: Any) -> bool:
    if isinstance(text, Page):
        return text.permissions_for_user(user).can_edit()
    policy = policy_registry.get(text)
    return policy.user_has_permission_for_instance(user, "change", text)
