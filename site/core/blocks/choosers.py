"""Choosers that fetch what a whole text needs in a fixed number of queries."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from core.images import SIZES
from core.pagelinks import PageBatch


class _BulkMixin:
    """Reads all chosen records of a text at once, from a queryset of its own."""

    def chosen(self) -> QuerySet:
        """Return the queryset that the records come from."""
        return self.model_class.objects.all()

    def bulk_to_python(self, values: Iterable[Any]) -> list[Model | None]:
        """Return a record of its own for each value; nothing for one that is gone."""
        values = list(values)
        ids = {int(value) for value in values if value is not None}
        found = self.chosen().in_bulk(ids) if ids else {}
        # Twice the same choice gives two objects, as Wagtail's own choosers do.
        return [
            copy.copy(found[int(value)]) if value is not None and int(value) in found else None
            for value in values
        ]


class PictureChooserBlock(_BulkMixin, ImageChooserBlock):
    """Chooses a picture; its finished files come along, so drawing asks nothing more."""

    def __init__(self, size: str = "text", **kwargs: Any) -> None:
        """Take the name of the size in which the template draws the picture."""
        super().__init__(**kwargs)
        self.size = size

    def chosen(self) -> QuerySet:
        """Return the pictures with their finished files of this size."""
        return self.model_class.objects.prefetch_renditions(*SIZES[self.size].specs)


class LinkedPageBlock(_BulkMixin, blocks.PageChooserBlock):
    """Chooses a page to link to; see `core.pagelinks` for how it becomes a link."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Page | None]:
        """Let the pages know that they were read together."""
        pages = super().bulk_to_python(values)
        batch = PageBatch(page.pk for page in pages if page)
        for page in pages:
            if page:
                page.chosen_with = batch
        return pages


class RecordChooserBlock(_BulkMixin, SnippetChooserBlock):
    """Chooses a record, named as 'app.Model' so that core need not know it."""


class FileChooserBlock(_BulkMixin, DocumentChooserBlock):
    """Chooses an uploaded file."""
