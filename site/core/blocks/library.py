"""What a text refers to, fetched once for the whole text however many blocks ask for it.

Wagtail lets each kind of block fetch what it needs by itself: figures their pictures,
galleries theirs, calls to action their pages. Here a stream first looks through its
stored data, and each table is asked once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.models import Page

from core.images import SIZES, with_files
from core.pagecache.shared import of_this_page
from core.pagelinks import PageBatch


@dataclass(frozen=True)
class Reference:
    """One record that a text refers to; a picture also says in which size it is drawn."""

    model: type[Model]
    pk: int
    size: str = ""


def references(block: blocks.Block, raw: Any) -> Iterator[Reference]:
    """Yield what stored data refers to. Blocks that refer to something have `refers_to`."""
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if raw.get(name) is not None:
                yield from references(child, raw[name])
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item"
            yield from references(block.child_block, item["value"] if is_wrapped else item)
    elif hasattr(block, "refers_to"):
        yield from block.refers_to(raw)


class Library:
    """The records of one text, read by table when the first of that table is asked for."""

    def __init__(self, wanted: Iterable[Reference]) -> None:
        """Sort what is wanted by table."""
        self._ids: dict[type[Model], set[int]] = defaultdict(set)
        self._sizes: set[str] = set()
        self._read: dict[type[Model], dict[int, Any]] = {}
        for reference in wanted:
            self._ids[reference.model].add(reference.pk)
            self._sizes |= {reference.size} - {""}
        self._pages = PageBatch(self._ids[Page])

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let choosers and links find their records here, for as long as a text is drawn."""
        token = _opened.set(self)
        try:
            with self._pages.opened():
                yield
        finally:
            _opened.reset(token)

    def records(self, model: type[Model]) -> dict[int, Any]:
        """Return all records of a table that the text refers to, by id."""
        if model not in self._read:
            ids, sizes = self._ids[model], self._sizes
            name = f"records {model.__name__} {sorted(ids)} {sorted(sizes)}"
            self._read[model] = of_this_page(name, lambda: fetch(model, ids, sizes))
        return self._read[model]

    def has(self, model: type[Model], ids: set[int]) -> bool:
        """Return whether all of these were wanted."""
        return ids <= self._ids[model]


_opened: ContextVar[Library | None] = ContextVar("opened_library", default=None)


def fetch(model: type[Model], ids: set[int], sizes: set[str]) -> dict[int, Any]:
    """Return records by id; pictures come with their finished files of these sizes."""
    if not ids:
        return {}
    if model is get_image_model():
        return with_files(ids, [spec for size in sizes for spec in SIZES[size].specs])
    return model._default_manager.in_bulk(ids)  # Django documents it


def records(model: type[Model], ids: set[int], size: str = "") -> dict[int, Any]:
    """Return records by id: those of the text that is being drawn, or asked for on their own."""
    library = _opened.get()
    if library and library.has(model, ids):
        return library.records(model)
    return fetch(model, ids, {size} - {""})
