"""The block library: what an editor can put in a text."""

from core.blocks.content import ContentStreamBlock

__all__ = ["ContentStreamBlock"]
