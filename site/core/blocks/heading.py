"""A heading inside the text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, BlockValue, FieldsBlock


class HeadingValue(BlockValue):
    """A heading, as long as it has words."""

    @property
    def is_shown(self) -> bool:
        """Return whether there are words."""
        return bool(self["text"])


class HeadingBlock(FieldsBlock):
    """A heading of the second or third level; the first is the page's title."""

    text = blocks.CharBlock(max_length=120, label=_("Text of the heading"))
    level = blocks.ChoiceBlock(
        choices=[("h2", _("Heading")), ("h3", _("Subheading"))],
        default="h2",
        label=_("Level"),
        help_text=_("A subheading belongs to the heading above it."),
    )

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        description = _("Divides the text, so that readers find their way")
        template = "core/blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Zo doe je mee", "level": "h2"}
