"""The blocks that only the home page has."""

from __future__ import annotations

from core.blocks import ContentStreamBlock


class HomeStreamBlock(ContentStreamBlock):
    """The home page below its lead, block by block."""
