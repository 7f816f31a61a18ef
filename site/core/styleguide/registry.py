"""Components of the apps above core, which they put in the style guide themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

# The template that shows an app's components, and what makes the context that it needs.
_shown: dict[str, Callable[[], dict[str, Any]]] = {}


def register_components(template: str, samples: Callable[[], dict[str, Any]]) -> None:
    """Show an app's components in the style guide.

    Args:
        template: draws them in their real states, a `<section class="stack">` each.
        samples: makes what it draws, in the language of the guide.

    """
    _shown[template] = samples


def registered_components(request: HttpRequest) -> list[str]:
    """Return what each app shows, drawn."""
    return [render_to_string(template, make(), request) for template, make in _shown.items()]
