"""The blocks of the challenge."""

from challenge.blocks.answers import CampaignAnswersBlock
from challenge.blocks.launch_day import LaunchDayBlock
from challenge.blocks.report import ReportBlocks

__all__ = ["CampaignAnswersBlock", "LaunchDayBlock", "ReportBlocks"]
