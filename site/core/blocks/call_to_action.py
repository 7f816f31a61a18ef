"""One thing that a reader can do now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import LINK_GROUP, FieldsBlock
from core.blocks.links import LinkValue, one_goal, page_field, says_what_happens, url_field


class CallToActionBlock(FieldsBlock):
    """A title, a sentence and a button."""

    title = blocks.CharBlock(max_length=100, label=_("Title"))
    text = blocks.TextBlock(
        required=False,
        max_length=300,
        rows=2,
        label=_("Text"),
        help_text=_("One or two sentences: what can a reader expect?"),
    )
    label = blocks.CharBlock(
        max_length=60,
        label=_("Words on the button"),
        help_text=_("Say what happens, for example 'Come to the meeting'."),
        validators=[says_what_happens],
    )
    page = page_field()
    url = url_field()

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Ask for exactly one goal."""
        return one_goal(value)

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "arrow-right"
        label = _("Call to action")
        label_format = "{title}"
        description = _("One thing to do now, with a button")
        template = "core/blocks/call_to_action.html"
        value_class = LinkValue
        preview_value = {
            "title": "Eet een keer mee",
            "text": "Elke woensdag staat er een stoel voor je klaar. Het kost niets.",
            "label": "Kom woensdag eten",
            "page": None,
            "url": "https://www.voorbeeld.example/woensdag",
        }
