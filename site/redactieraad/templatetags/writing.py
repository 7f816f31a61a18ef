"""Help beside the editor."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from languages.readability import AIMS
from redactieraad.governed import Governed
from redactieraad.selectors import language_of
from redactieraad.writing.help import writing_help

register = template.Library()
# Stands in the address for a text that was never saved.
NEW = "new"


@register.inclusion_tag("redactieraad/writing/panel.html")
def writing_panel(text: Any) -> dict[str, Any]:
    """Show what helps to write this text; nothing of what is not governed."""
    if not isinstance(text, Governed):
        return {}
    type_id = ContentType.objects.get_for_model(text).pk
    address = reverse("redactieraad_writing", args=[type_id, text.pk or NEW])
    return {"address": address, "help": writing_help(text) if text.pk else None}


@register.filter
def is_measured(text: Any) -> bool:
    """Return whether our own indices say how hard this text is to read."""
    return isinstance(text, Governed) and language_of(text) in AIMS
