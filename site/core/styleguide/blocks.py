"""Every block that any page can hold, with the example that the editor's preview shows too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from wagtail.blocks import Block
from wagtail.fields import StreamField


@dataclass(frozen=True)
class BlockSample:
    """One block with example content.

    Attributes:
        name: the block's name in a stream, which is part of its class name.
        label: what the editor calls it.
        html: the block as a reader sees it.
        is_empty: whether there is nothing to show without content in the database.

    """

    name: str
    label: str
    html: str
    is_empty: bool


def all_blocks() -> dict[str, Block]:
    """Return the blocks of all streams of all page types, by name."""
    return {
        name: block
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
        for name, block in field.stream_block.child_blocks.items()
    }


def block_samples(context: dict[str, Any]) -> list[BlockSample]:
    """Return every block, drawn by its own template with its own preview value."""
    samples = []
    for name, block in all_blocks().items():
        value = block.get_preview_value()
        is_shown = getattr(value, "is_shown", True)
        html = block.render(value, context=context) if is_shown else ""
        samples.append(BlockSample(name, str(block.label), html, is_empty=not html.strip()))
    return samples
