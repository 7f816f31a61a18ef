"""The four outcomes as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from challenge.blocks.live import LiveBlock
from core.blocks.base import NUMBER_GROUP


class OutcomesTableBlock(LiveBlock):
    """How many members gave each answer, as equals, with each one's share."""

    caption = blocks.CharBlock(
        max_length=140, label=_("Title"), help_text=_("Say what the table shows.")
    )

    def drawn(self, value: Mapping[str, Any], report: Any) -> Any:
        """Return the figures."""
        from challenge.journalist.figures import sample  # noqa: PLC0415 - it needs blocks

        return report.figures if report else sample()

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "table"
        label = _("Table of the four answers")
        label_format = "{caption}"
        description = _("How many members gave each answer, always as it is now")
        template = "challenge/blocks/outcomes_table.html"
        preview_value = {"caption": "Wat de raadsleden antwoordden"}
