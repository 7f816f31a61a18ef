"""The blocks of the magazine: a side bar in a story, and the newest stories elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks import ContentStreamBlock
from core.blocks.base import LINK_GROUP, TEXT_GROUP, BlockValue, FieldsBlock
from core.blocks.text import TextBlock

if TYPE_CHECKING:
    from magazine.lists.cards import StoryCard

MOST_NEWEST = 3


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


class NewestStoriesValue(BlockValue):
    """The newest stories in the reader's language."""

    @cached_property
    def cards(self) -> list[StoryCard]:
        """Return the stories."""
        from magazine.selectors import newest_cards  # noqa: PLC0415 - it needs models, they blocks

        return newest_cards(MOST_NEWEST)

    @property
    def is_shown(self) -> bool:
        """Return whether there is a story in this language."""
        return bool(self.cards)


class NewestStoriesBlock(FieldsBlock):
    """The newest stories of the magazine, as in its contents: the pictures are there."""

    title = blocks.CharBlock(label=_("title"), max_length=80)

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "doc-full"
        label = _("Newest stories")
        label_format = "{title}"
        description = _("The three newest stories of the magazine")
        template = "magazine/blocks/stories.html"
        value_class = NewestStoriesValue
        preview_value = {"title": "Uit ons magazine"}


class StoryStreamBlock(ContentStreamBlock):
    """The text of a story."""

    side_bar = SideBarBlock()
