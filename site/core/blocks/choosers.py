"""Choosers whose records come with the whole text, see `library`."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks.library import Reference, records
from core.pagelinks import batch_for


class _SharedMixin(blocks.ChooserBlock):
    """Takes its records from the text's library."""

    size = ""

    def refers_to(self, raw: Any) -> Iterator[Reference]:
        """Yield the record that stored data names."""
        yield Reference(self.model_class, int(raw), self.size)

    def bulk_to_python(self, values: Iterable[Any]) -> list[Model | None]:
        """Return a record for each value, nothing for one that is gone."""
        ids = [None if value is None else int(value) for value in values]
        found = self.found({pk for pk in ids if pk is not None})
        # Twice the same choice gives two objects, as Wagtail's own choosers do.
        return [copy.copy(found[pk]) if pk in found else None for pk in ids]

    def found(self, ids: set[int]) -> dict[int, Any]:
        """Return the records that exist, by id."""
        return records(self.model_class, ids, self.size)


class PictureChooserBlock(_SharedMixin, ImageChooserBlock):
    """Chooses a picture; its finished files come along, so drawing asks nothing more."""

    def __init__(self, size: str = "text", **kwargs: Any) -> None:
        """Take the name of the size in which the template draws the picture."""
        super().__init__(**kwargs)
        self.size = size


class LinkedPageBlock(_SharedMixin, blocks.PageChooserBlock):
    """Chooses a page to link to; see `core.pagelinks` for how it becomes a link."""

    def found(self, ids: set[int]) -> dict[int, Page]:
        """Return the pages, each knowing with which it was read."""
        batch = batch_for(ids)
        for page in batch.pages.values():
            page.chosen_with = batch  # type: ignore[attr-defined]
        return batch.pages


class RecordChooserBlock(_SharedMixin, SnippetChooserBlock):
    """Chooses a record, named as 'app.Model' so that core need not know it."""


class FileChooserBlock(_SharedMixin, DocumentChooserBlock):
    """Chooses an uploaded file."""
