"""What the redactieraad adds to wagtail-localize's editor."""

from __future__ import annotations

import json
from typing import Any

from django import template

from redactieraad.admin.translations import SUBMIT
from redactieraad.translating import progress_of, translation_of

register = template.Library()


@register.filter
def without_publishing(props: str, text: Any) -> str:
    """Return what the editor is told, so that it offers nothing that is not possible here."""
    if translation_of(text) is None:
        return props
    told = json.loads(props)
    told["perms"]["canPublish"] = False
    told["links"]["convertToAliasUrl"] = None
    return json.dumps(told)


@register.inclusion_tag("redactieraad/admin/translation_panel.html", takes_context=True)
def translation_panel(context: template.Context) -> dict[str, Any]:
    """Show how far a governed translation is, with the button to submit it."""
    translation = translation_of(context["instance"])
    progress = translation and progress_of(translation)
    return {
        "progress": progress,
        "name": SUBMIT,
        "csrf_token": context.get("csrf_token"),
        "request": context["request"],
    }
