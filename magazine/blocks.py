"""The blocks of a story: the library, and a side bar."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks import ContentStreamBlock
from core.blocks.base import TEXT_GROUP, FieldsBlock
from core.blocks.text import TextBlock


class SideBarBlock(FieldsBlock):
    """What is good to know beside the story: a few facts or an explanation."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = TextBlock(label=_("text"))

    class Meta:
        """How it looks in the editor and to readers."""

        template = "magazine/blocks/side_bar.html"
        group = TEXT_GROUP
        label = _("Side bar")
        icon = "info-circle"
        description = _("A box beside the story: facts or an explanation")
        preview_value = {
            "title": "Wat is een warmtebron?",
            "text": "<p>Een plek waar je op adem komt, zonder voorwaarden.</p>",
        }


class StoryStreamBlock(ContentStreamBlock):
    """The text of a story."""

    side_bar = SideBarBlock()
