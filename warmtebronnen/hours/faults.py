"""What can be wrong with opening hours."""

from __future__ import annotations

from django.core.exceptions import ValidationError


class HoursError(ValidationError):
    """Hours that nobody can read; its message says so to the person who wrote them.

    It is a `ValidationError`, so that a form or a model shows it beside the field.
    """
