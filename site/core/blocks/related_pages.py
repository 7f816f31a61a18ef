"""Other pages that are worth a visit."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.models import Page

from core.blocks.base import LINK_GROUP, TITLE_HELP, BlockValue, FieldsBlock
from core.blocks.choosers import LinkedPageBlock
from core.pagelinks import PageLink, link_to


class RelatedPagesValue(BlockValue):
    """The pages that can be visited."""

    @property
    def links(self) -> list[PageLink]:
        """Return a link for each page that is live."""
        return [link for page in self["pages"] if (link := link_to(page))]

    @property
    def is_shown(self) -> bool:
        """Return whether a page is left."""
        return bool(self.links)


def _sample() -> dict[str, Any]:
    pages = Page.objects.live().filter(depth__gt=1)[:3]
    return {"title": "Lees ook", "pages": list(pages)}


class RelatedPagesBlock(FieldsBlock):
    """One to six pages as cards."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"), help_text=TITLE_HELP)
    pages = blocks.ListBlock(
        LinkedPageBlock(),
        min_num=1,
        max_num=6,
        label=_("Pages"),
        help_text=_("A page that is taken offline leaves this list by itself."),
    )

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "doc-empty-inverse"
        label = _("Related pages")
        label_format = "{title}"
        description = _("Other pages of this site, as cards")
        template = "core/blocks/related_pages.html"
        value_class = RelatedPagesValue
        preview_value = staticmethod(_sample)
