"""Somebody's own words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, BlockValue, FieldsBlock


class QuoteValue(BlockValue):
    """A quote, as long as it has words."""

    @property
    def is_shown(self) -> bool:
        """Return whether there are words."""
        return bool(self["text"])


class QuoteBlock(FieldsBlock):
    """A quote and who said it, named as that person chose."""

    text = blocks.TextBlock(
        max_length=500,
        rows=3,
        label=_("Quote"),
        help_text=_("Word for word, without quotation marks: the site adds them."),
    )
    speaker = blocks.CharBlock(
        required=False,
        max_length=120,
        label=_("Who said it"),
        help_text=_("The name as this person wants to be called."),
    )
    occasion = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Where or when"),
        help_text=_("For example: at the meeting of 16 October 2019."),
    )

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "openquote"
        label = _("Quote")
        label_format = "{speaker}"
        description = _("Somebody's own words, set large")
        template = "core/blocks/quote.html"
        value_class = QuoteValue
        preview_value = {
            "text": "Ik hoef niet geholpen te worden. Ik wil meedoen.",
            "speaker": "Samira (voorbeeld)",
            "occasion": "op een bijeenkomst in de wijk",
        }
