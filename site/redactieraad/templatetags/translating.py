"""What the redactieraad adds to wagtail-localize's editor."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from redactieraad.admin.translations import SUBMIT
from redactieraad.writing.translating import progress_of, translation_of

register = template.Library()

PANEL = "redactieraad/admin/translation_panel.html"
# Where wagtail-localize's template puts the editor that its script draws.
EDITOR = '<div class="js-translation-editor"'


@register.filter
def without_publishing(props: str, text: Any) -> str:
    """Return what the editor is told, so that it offers nothing that is not possible here."""
    if translation_of(text) is None:
        return props
    told = json.loads(props)
    told["perms"]["canPublish"] = False
    told["links"]["convertToAliasUrl"] = None
    return json.dumps(told)


@register.simple_tag(takes_context=True)
def translation_panel(context: template.Context) -> str:
    """Return how far a governed translation is, with the button to submit it."""
    text = context["instance"]
    translation = translation_of(text)
    if translation is None:
        return ""
    own_parts = [text._meta.get_field(name).verbose_name for name in text.own_in_each_language]
    progress = progress_of(translation)
    shown = {"text": text, "progress": progress, "name": SUBMIT, "own_parts": own_parts}
    return render_to_string(PANEL, shown, context["request"])


@register.filter
def before_the_editor(page: str, panel: str) -> SafeString:
    """Return the page with the panel above the editor, which has no place for it."""
    head, editor, rest = page.partition(EDITOR)
    return mark_safe(f"{head}{panel}{editor}{rest}")  # noqa: S308 - both are rendered templates
