"""Lists in running text."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from core.enumerating import listed as in_one_line
from core.enumerating import separator

register = template.Library()


@register.filter
def listed(things: Iterable[object]) -> str:
    """Return things in one line, with between them what the reader's language puts there."""
    return in_one_line(things)


@register.simple_tag
def between() -> str:
    """Return what stands between two things that have markup of their own."""
    return separator()
