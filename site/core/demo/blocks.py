"""Turns the blocks of a demo text into what the page stores, by asking each block what it is.

Three kinds of value are written by name and looked up: a page by its key, a picture by
its name, a record by its key. Rich text may be plain words, and links to pages as
`<a href="{page:contact}">`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import escape

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks.stored import UnreadableError, readable
from core.demo.faults import DemoContentError, Place
from core.demo.finder import Finder

_LINK = re.compile(r'<a href="\{page:([^}]*)\}">')
_NUMBERS = (int, float)


def stream_of(block: blocks.StreamBlock, entries: Any, place: Place, finder: Finder) -> StreamValue:
    """Return the stream that the entries of `[[body]]` describe, checked as an editor's would be.

    Raises:
        DemoContentError: if the block library does not accept them; it names the field.

    """
    value = block.to_python(_raw(block, entries, place, finder))
    try:
        return block.clean(value)
    except ValidationError as error:
        raise next(_faults(error, place)) from error


def _raw(block: blocks.Block, value: Any, place: Place, finder: Finder) -> Any:
    """Return what the block stores for a value from the file."""
    for block_class, convert in _CONVERTERS:
        if isinstance(block, block_class):
            return convert(block, value, place, finder)
    try:
        return readable(block, value)
    except UnreadableError as error:
        place.refuse(str(error))


def _expect(value: Any, kind: type, words: str, place: Place) -> None:
    if not isinstance(value, kind):
        place.refuse(f"should be {words}, not {value!r}")


def _stream(block: blocks.StreamBlock, value: Any, place: Place, finder: Finder) -> Any:
    _expect(value, list, "a list of blocks", place)
    stream = []
    for position, entry in enumerate(value):
        here = place.at(position)
        fields = dict(entry)
        name = fields.pop("type", None)
        if name not in block.child_blocks:
            here.at("type").refuse(f"there is no block {name!r}")
        child = block.child_blocks[name]
        if isinstance(child, blocks.RichTextBlock):
            here, fields = here.at("html"), fields.get("html", "")
        stream.append({"type": name, "value": _raw(child, fields, here, finder)})
    return stream


def _struct(block: blocks.StructBlock, value: Any, place: Place, finder: Finder) -> Any:
    _expect(value, dict, "a table of fields", place)
    for name in value:
        if name not in block.child_blocks:
            known = ", ".join(block.child_blocks)
            place.at(name).refuse(f"unknown field; this block has {known}")
    return {
        name: _raw(block.child_blocks[name], one, place.at(name), finder)
        for name, one in value.items()
    }


def _list(block: blocks.ListBlock, value: Any, place: Place, finder: Finder) -> Any:
    _expect(value, list, "a list", place)
    return [
        _raw(block.child_block, one, place.at(position), finder)
        for position, one in enumerate(value)
    ]


def _table(block: TypedTableBlock, value: Any, place: Place, finder: Finder) -> Any:
    """Read `caption`, `columns` (their headings) and `rows`; a column of numbers shows itself."""
    headings, rows = value.get("columns", []), value.get("rows", [])
    for position, row in enumerate(rows):
        if len(row) != len(headings):
            place.at("rows").at(position).refuse(f"has {len(row)} cells, not {len(headings)}")
    columns = [
        {
            "type": "number" if all(isinstance(row[at], _NUMBERS) for row in rows) else "text",
            "heading": heading,
        }
        for at, heading in enumerate(headings)
    ]
    return {
        "caption": value.get("caption", ""),
        "columns": columns,
        "rows": [{"values": row} for row in rows],
    }


def _page(block: blocks.PageChooserBlock, value: Any, place: Place, finder: Finder) -> Any:
    return finder.page(value, place)


def _picture(block: ImageChooserBlock, value: Any, place: Place, finder: Finder) -> Any:
    return finder.picture(value, place)


def _record(block: SnippetChooserBlock, value: Any, place: Place, finder: Finder) -> Any:
    return finder.record(block.target_model, value, place)


def _rich_text(block: blocks.RichTextBlock, value: Any, place: Place, finder: Finder) -> Any:
    """Give plain words a paragraph, and links to pages their page."""
    _expect(value, str, "text", place)
    text = value.strip()
    if not text.startswith("<"):
        return f"<p>{escape(text)}</p>" if text else ""
    return _LINK.sub(
        lambda link: f'<a linktype="page" id="{finder.page(link[1], place)}">',
        re.sub(r">\s*\n\s*<", "><", text),
    )


# The first class that fits is used.
_CONVERTERS: list[tuple[type, Callable[[Any, Any, Place, Finder], Any]]] = [
    (blocks.StreamBlock, _stream),
    (blocks.StructBlock, _struct),
    (blocks.ListBlock, _list),
    (TypedTableBlock, _table),
    (blocks.PageChooserBlock, _page),
    (ImageChooserBlock, _picture),
    (SnippetChooserBlock, _record),
    (blocks.RichTextBlock, _rich_text),
]


def _faults(error: ValidationError, place: Place) -> Iterator[DemoContentError]:
    """Yield what is wrong, each fault at its own field."""
    inner = getattr(error, "block_errors", None) or {}
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    for name, one in pairs:
        if one is not None:
            yield from _faults(one, place.at(name))
    rest = getattr(error, "non_block_errors", None)
    for message in rest if rest is not None else getattr(error, "messages", ()):
        yield place.fault(str(getattr(message, "message", message)))
