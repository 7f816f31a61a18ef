"""A list of items, each with a title and a text: the steps and the accordion."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TITLE_HELP, BlockValue, FieldsBlock
from core.blocks.text import RichTextBlock


class ItemBlock(FieldsBlock):
    """One item."""

    title = blocks.CharBlock(max_length=140, label=_("Title"))
    text = RichTextBlock(label=_("Text"))

    class Meta:
        """An item is named by its title when it is folded."""

        label_format = "{title}"


class ItemsValue(BlockValue):
    """The items, as long as there is one."""

    @property
    def shown(self) -> list[blocks.StructValue]:
        """Return the items that have a title or a text."""
        return [item for item in self["items"] if item["title"] or item["text"]]

    @property
    def is_shown(self) -> bool:
        """Return whether an item is left."""
        return bool(self.shown)


def title_field() -> blocks.CharBlock:
    """Return the title above the items."""
    return blocks.CharBlock(required=False, max_length=120, label=_("Title"), help_text=TITLE_HELP)
