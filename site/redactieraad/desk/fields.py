"""A record that readers see only inside other pages, part by part."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import capfirst

from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from redactieraad.fingerprint import NOT_TEXT


def fields_of(instance: models.Model) -> list[tuple[str, Any]]:
    """Return the name and the value of each field that is filled in."""
    skipped = NOT_TEXT.union(getattr(instance, "not_text", ()))
    fields = [one for one in instance._meta.concrete_fields if one.editable]
    found = (
        (capfirst(str(one.verbose_name)), _shown(instance, one))
        for one in fields
        if one.name not in skipped and not one.primary_key
    )
    return [(label, value) for label, value in found if value not in (None, "", False)]


def _shown(instance: Any, one: models.Field) -> Any:
    """Return a value as a template can show it."""
    value = getattr(instance, one.name)
    if one.choices:
        return getattr(instance, f"get_{one.name}_display")()
    if isinstance(one, RichTextField):
        return RichText(value) if value else None
    if isinstance(value, AbstractImage):
        return value.get_rendition("width-640").img_tag({"alt": value.default_alt_text})
    return value
