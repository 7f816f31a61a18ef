"""What there is to read in a governed text, as plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from django.db import models

from wagtail import blocks
from wagtail.fields import StreamField

_APART = "\n\n"


def prose_of(text: Any) -> str:
    """Return the sentences of a text, in paragraphs with an empty line between them.

    Titles, headings, captions and tables are left out: they are no sentences, and would
    make a text look easier than it is.
    """
    return _APART.join(part for part in _parts(text) if part.strip())


def _parts(text: Any) -> Iterator[str]:
    for field in text._meta.get_fields():
        if field.name in text.not_prose:
            continue
        if isinstance(field, StreamField):
            yield from _in_block(field.stream_block, getattr(text, field.name))
        elif isinstance(field, models.TextField) and field.editable:
            yield getattr(text, field.name) or ""


def _in_block(block: blocks.Block, value: Any) -> Iterator[str]:
    """Yield the prose of a block and of the blocks inside it."""
    if not value:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield _paragraphs(value.source)
    elif isinstance(block, blocks.TextBlock):
        yield value
    for child, inside in _children(block, value):
        yield from _in_block(child, inside)


def _children(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """Yield the blocks inside a block, each with its value."""
    if isinstance(block, blocks.BaseStreamBlock):
        yield from ((child.block, child.value) for child in value)
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, one) for one in value)
    elif isinstance(block, blocks.BaseStructBlock):
        yield from ((child, value.get(name)) for name, child in block.child_blocks.items())


def _paragraphs(html: str) -> str:
    """Return HTML as text, with an empty line after each paragraph and item of a list."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(["p", "li"]):
        tag.insert_before(_APART)
        tag.append(_APART)
    for tag in soup.find_all("br"):
        tag.replace_with("\n")
    return soup.get_text()
