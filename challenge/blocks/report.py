"""What the journalist's report is made of: texts as anywhere, and live figures and quotes."""

from __future__ import annotations

from core.blocks import ContentStreamBlock


class ReportBlocks(ContentStreamBlock):
    """The content of a report."""
