"""Something that a reader must not miss."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, BlockValue, FieldsBlock
from core.blocks.text import RichTextBlock


class NoticeValue(BlockValue):
    """A notice, as long as it says something."""

    @property
    def is_shown(self) -> bool:
        """Return whether there is a title or a text."""
        return bool(self["title"] or self["text"])


class NoticeBlock(FieldsBlock):
    """A short message that stands out."""

    tone = blocks.ChoiceBlock(
        choices=[
            ("info", _("Good to know")),
            ("warning", _("Take care")),
            ("good", _("Good news")),
        ],
        default="info",
        label=_("Kind"),
    )
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = RichTextBlock(label=_("Text"))

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "info-circle"
        label = _("Notice")
        label_format = "{title}"
        description = _("A short message that stands out")
        template = "core/blocks/notice.html"
        value_class = NoticeValue
        preview_value = {
            "tone": "warning",
            "title": "Deze week zijn we dicht",
            "text": "<p>Vanaf maandag staat de koffie weer klaar.</p>",
        }
