"""The blocks that every text of the site is made of."""

from __future__ import annotations

from wagtail import blocks


class ContentStreamBlock(blocks.StreamBlock):
    """A text, block by block."""

    text = blocks.RichTextBlock()
