"""What readers see of the register's entries: never the title of something offline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from wagtail.models import Page

from core.restrictions import public
from redactieraad.models import Entry


@dataclass(frozen=True)
class Line:
    """An entry with what it is about.

    Attributes:
        entry: the entry.
        kind: what kind of text it is about, in words.
        page: that text, only if it is a page that everybody may read now.

    """

    entry: Entry
    kind: str
    page: Page | None


def lines_of(entries: Iterable[Entry]) -> list[Line]:
    """Return these entries with what they are about: one query, however many there are."""
    listed = list(entries)
    models_of = {entry.model: _model(entry.model) for entry in listed}
    ids = [entry.object_id for entry in listed if _is_page(models_of[entry.model])]
    readable = public(Page.objects.live().filter(pk__in=ids).select_related("locale"))
    pages = {str(page.pk): page for page in readable}
    return [
        Line(
            entry,
            _kind(entry.model, models_of[entry.model]),
            pages.get(entry.object_id) if _is_page(models_of[entry.model]) else None,
        )
        for entry in listed
    ]


def _model(label: str) -> type[models.Model] | None:
    """Return the model that an entry names; the register outlives models too."""
    try:
        return apps.get_model(label)
    except LookupError:
        return None


def _is_page(model: type[models.Model] | None) -> bool:
    return model is not None and issubclass(model, Page)


def _kind(label: str, model: type[models.Model] | None) -> str:
    return str(model._meta.verbose_name) if model else label.rpartition(".")[2]
