"""What readers see of a place, fact by fact, for who is asked whether it is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst

from core.enumerating import listed
from core.fields import CodesField
from warmtebronnen.forms.hours_comparison import lines_of
from warmtebronnen.forms.places import FIELDS
from warmtebronnen.models import WarmtebronPage

# Beside what partners can change themselves.
WHERE = ("address", "postcode")


def facts_of(place: WarmtebronPage) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each fact that is filled in."""
    for name in (*FIELDS, *WHERE):
        shown = _shown(place, name)
        if shown:
            yield capfirst(str(_field(name).verbose_name)), shown


def _field(name: str) -> Any:
    return WarmtebronPage._meta.get_field(name)


def _shown(place: WarmtebronPage, name: str) -> str:
    if name == "hours":
        return "\n".join(lines_of(place.hours))
    field = _field(name)
    value = getattr(place, name)
    if isinstance(field, CodesField):
        return listed(label for code, label in field.codes if code in value)
    if getattr(field, "choices", None):
        return str(getattr(place, f"get_{name}_display")())
    return str(value)
