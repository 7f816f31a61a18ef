"""What the journalist's report is made of: texts as anywhere, and live figures and quotes."""

from __future__ import annotations

from challenge.blocks.live_figure import LiveFigureBlock
from challenge.blocks.outcomes_table import OutcomesTableBlock
from challenge.blocks.voice import VoiceBlock
from core.blocks import ContentStreamBlock


class ReportBlocks(ContentStreamBlock):
    """The content of a report."""

    live_figure = LiveFigureBlock()
    outcomes_table = OutcomesTableBlock()
    voice = VoiceBlock()
