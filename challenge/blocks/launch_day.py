"""The day on which the results are shown: its programme, part by part."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, FieldsBlock
from core.blocks.stream import GuardedStreamBlock


class ProgrammePartBlock(FieldsBlock):
    """One part of the day's programme."""

    starts_at = blocks.TimeBlock(label=_("time"))
    title = blocks.CharBlock(label=_("title"), max_length=120)
    words = blocks.TextBlock(label=_("what happens"), max_length=400, required=False)

    class Meta:
        """How an editor finds it."""

        template = "challenge/blocks/programme_part.html"
        group = TEXT_GROUP
        icon = "time"
        label = _("Part of the programme")
        label_format = "{starts_at} {title}"
        description = _("One part of the day, with its time")
        preview_value = {
            "starts_at": dt.time(20),
            "title": "De uitkomsten",
            "words": "De journalist laat zien hoe de raad antwoordde.",
        }


class LaunchDayBlock(GuardedStreamBlock):
    """The parts, in the order of the day."""

    part = ProgrammePartBlock()
