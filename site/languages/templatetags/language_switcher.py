"""The language choices for the page at hand."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from languages.navigation import LanguageChoice, language_choices

register = template.Library()


@register.simple_tag(takes_context=True)
def languages_of_page(context: RequestContext) -> list[LanguageChoice]:
    """Return the languages in which the page in the context can be read.

    Head, header and footer all ask; the answer is kept with the request.
    """
    request: Any = context.get("request")
    if request is None:
        return []
    if not hasattr(request, "language_choices"):
        request.language_choices = language_choices(request, context.get("page"))
    return request.language_choices
