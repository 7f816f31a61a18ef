"""Questions that a reader opens one by one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import TEXT_GROUP, FieldsBlock
from core.blocks.items import ItemBlock, ItemsValue, title_field


class AccordionBlock(FieldsBlock):
    """Folded texts, each under its own title."""

    title = title_field()
    items = blocks.ListBlock(
        ItemBlock(),
        min_num=1,
        max_num=30,
        label=_("Questions"),
        help_text=_("Readers see the titles and open the text they want. Hide nothing important."),
    )

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "list-ul"
        label = _("Questions and answers")
        label_format = "{title}"
        description = _("Titles that open to show their text")
        template = "core/blocks/accordion.html"
        value_class = ItemsValue
        preview_value = {
            "title": "Vragen over meedoen",
            "items": [
                {"title": "Kost het geld?", "text": "<p>Nee, meedoen is gratis.</p>"},
                {"title": "Mag mijn kind mee?", "text": "<p>Ja, er is een speelhoek.</p>"},
            ],
        }
