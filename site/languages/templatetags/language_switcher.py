"""The language choices for the page at hand."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from languages.navigation import LanguageChoice, language_choices

register = template.Library()


@register.simple_tag(takes_context=True)
def languages_of_page(context: RequestContext) -> list[LanguageChoice]:
    """Return the languages in which the page in the context can be read."""
    request: Any = context.get("request")
    return language_choices(request, context.get("page")) if request else []
