"""What to do, one step after another."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, FieldsBlock
from core.blocks.items import ItemBlock, ItemsValue, title_field


class StepsBlock(FieldsBlock):
    """Numbered steps."""

    title = title_field()
    items = blocks.ListBlock(ItemBlock(), min_num=2, max_num=12, label=_("Steps"))

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "list-ol"
        label = _("Steps")
        label_format = "{title}"
        description = _("What to do, one step after another")
        template = "core/blocks/steps.html"
        value_class = ItemsValue
        preview_value = {
            "title": "Hulp bij een brief",
            "items": [
                {"title": "Neem de brief mee", "text": "<p>Ook als hij nog dicht is.</p>"},
                {"title": "Kom langs", "text": "<p>Je hoeft geen afspraak te maken.</p>"},
                {"title": "Lees samen", "text": "<p>Een vrijwilliger kijkt met je mee.</p>"},
            ],
        }
