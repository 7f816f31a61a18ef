"""What a page tells its readers about its approval."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from languages.registry import CONTENT_LANGUAGES
from redactieraad.register.approvals import approval_of

register = template.Library()


@register.inclusion_tag("redactieraad/approval_line.html", takes_context=True)
def approval_line(context: Context, page: Any) -> dict[str, Any]:
    """Say when the redactieraad approved this page; nothing of a preview or a draft."""
    is_preview = getattr(context.get("request"), "is_preview", False)
    return {"entry": approval_of(page) if page.live and not is_preview else None}


@register.filter
def language_name(tag: str) -> str:
    """Return a language's own name; of a language that the site left, its tag."""
    return dict(CONTENT_LANGUAGES).get(tag, tag)
