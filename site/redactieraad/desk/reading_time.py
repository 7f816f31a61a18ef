"""How long a text takes to read, where readers are not told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from math import ceil
from typing import Any

from django.db import models

from wagtail.fields import StreamField

from redactieraad.fingerprint import NOT_TEXT

# Adults read 238 words a minute in silence (Brysbaert, 2019, doi:10.1016/j.jml.2019.104047);
# who reads with care takes longer.
WORDS_A_MINUTE = 200
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


def minutes_to_read(model: type[models.Model], content: dict[str, Any]) -> int:
    """Return how many minutes it takes to read what a revision holds, at least one."""
    words = sum(len(_WORD.findall(text)) for text in _texts(model, content))
    return max(1, ceil(words / WORDS_A_MINUTE))


def _texts(model: type[models.Model], content: dict[str, Any]) -> Iterator[str]:
    """Return what is written in a revision, without its markup."""
    skipped = NOT_TEXT.union({"slug"}, getattr(model, "not_text", ()))
    for field in model._meta.concrete_fields:
        value = content.get(field.name)
        if field.name in skipped or not isinstance(value, str):
            continue
        if isinstance(field, StreamField):
            yield from _words_of_blocks(json.loads(value or "[]"))
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            yield _TAG.sub(" ", value)


def _words_of_blocks(value: Any) -> Iterator[str]:
    """Return what is written in blocks, without their names and numbers."""
    if isinstance(value, str):
        yield _TAG.sub(" ", value)
    elif isinstance(value, list):
        for one in value:
            yield from _words_of_blocks(one)
    elif isinstance(value, dict):
        inner = value["value"] if {"type", "value"} <= value.keys() else list(value.values())
        yield from _words_of_blocks(inner)
