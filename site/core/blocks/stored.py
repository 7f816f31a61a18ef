"""Reads stored block data that may be damaged, without asking the database.

A text outlives the code that wrote it: an import, an old revision or a hand in the
database can leave a value that its block cannot read. Wagtail would raise, and the
page with it. `readable` keeps what can be read and names what cannot.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

logger = logging.getLogger(__name__)
_TEXTS = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.RichTextBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
)


class UnreadableError(Exception):
    """Stored data that its block cannot read."""


def readable(block: blocks.Block, raw: Any) -> Any:
    """Return the stored data as `block` can read it.

    Inside a struct a text without value is empty and any other field has its block's
    default; inside a list the items that cannot be read are left out.

    Raises:
        UnreadableError: if the data as a whole cannot be read.

    """
    for block_class, reader in _READERS:
        if isinstance(block, block_class):
            return reader(block, raw)
    return raw


def _expect(raw: Any, kind: type | tuple[type, ...], block: blocks.Block) -> None:
    if not isinstance(raw, kind):
        message = f"{type(block).__name__} {block.name!r} cannot read {type(raw).__name__}"
        raise UnreadableError(message)


def _text(block: blocks.Block, raw: Any) -> Any:
    _expect(raw, str, block)
    return raw


def _choice(block: blocks.ChoiceBlock, raw: Any) -> Any:
    _expect(raw, (str, int), block)
    # As Django does it: choices may stand in groups.
    if not block.field.valid_value(raw):
        message = f"{raw!r} is not a choice of {block.name!r}"
        raise UnreadableError(message)
    return raw


def _chosen(block: blocks.ChooserBlock, raw: Any) -> Any:
    _expect(raw, (str, int), block)
    try:
        block.model_class._meta.pk.to_python(raw)
    except Exception as error:
        message = f"{raw!r} is not an identifier of {block.model_class.__name__}"
        raise UnreadableError(message) from error
    return raw


def _field(block: blocks.Block, raw: Any) -> Any:
    try:
        block.to_python(raw)
    except Exception as error:
        message = f"{type(block).__name__} {block.name!r} cannot read {raw!r}"
        raise UnreadableError(message) from error
    return raw


def _struct(block: blocks.StructBlock, raw: Any) -> Any:
    _expect(raw, dict, block)
    fields = {}
    for name, child in block.child_blocks.items():
        if raw.get(name) is None:
            # Wagtail's default for text is None, which wagtail-localize cannot translate.
            if isinstance(child, _TEXTS):
                fields[name] = ""
        else:
            try:
                fields[name] = readable(child, raw[name])
            except UnreadableError:
                # An unknown choice falls back on its default; anything else is damage.
                if not isinstance(child, blocks.ChoiceBlock):
                    raise
    return fields


def _list(block: blocks.ListBlock, raw: Any) -> Any:
    _expect(raw, list, block)
    items = []
    for item in raw:
        is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        try:
            value = readable(block.child_block, item["value"] if is_wrapped else item)
        except UnreadableError as error:
            logger.warning("An item of a stored list is left out: %s", error)
            continue
        items.append({**item, "value": value} if is_wrapped else value)
    return items


def _table(block: TypedTableBlock, raw: Any) -> Any:
    _expect(raw, dict, block)
    try:
        columns = [block.child_blocks[column["type"]] for column in raw["columns"]]
        for column in raw["columns"]:
            _expect(column["heading"], str, block)
        rows = [
            {
                "values": [
                    None if cell is None else readable(column, cell)
                    for column, cell in zip(columns, row["values"], strict=True)
                ]
            }
            for row in raw["rows"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        message = f"the table {block.name!r} has other columns than its rows"
        raise UnreadableError(message) from error
    return {**raw, "caption": raw.get("caption") or "", "rows": rows}


# The first class that fits is used, so the special ones come before the general.
_READERS: list[tuple[type | tuple[type, ...], Callable[[Any, Any], Any]]] = [
    (blocks.StructBlock, _struct),
    (blocks.ListBlock, _list),
    (TypedTableBlock, _table),
    (blocks.ChooserBlock, _chosen),
    (blocks.ChoiceBlock, _choice),
    (_TEXTS, _text),
    (blocks.FieldBlock, _field),
]
