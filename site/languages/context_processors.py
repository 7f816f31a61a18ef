"""The menu and the language switcher for every template."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from languages.navigation import main_menu


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the main menu, made only when a template shows it."""
    return {"main_menu": SimpleLazyObject(lambda: main_menu(request))}
