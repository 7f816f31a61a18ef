"""How links inside running text are drawn for readers."""

from __future__ import annotations

from django.utils.html import format_html

from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from core.pagelinks import PageLink, page_links


class PageLinkHandler(WagtailPageLinkHandler):
    """Links to pages in the reader's language, all links of a text by one query.

    Wagtail's own asks for the translation of each page apart, and writes
    `href="None"` for a page without an address. A link to a page that cannot be
    visited becomes plain text.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link."""
        ids = [int(attrs["id"]) if attrs.get("id", "").isdigit() else 0 for attrs in attrs_list]
        links = page_links(ids)
        return [cls._tag(links.get(page_id)) for page_id in ids]

    @staticmethod
    def _tag(link: PageLink | None) -> str:
        if link is None:
            return "<a>"
        if link.language:
            return format_html('<a href="{}" hreflang="{}">', link.url, link.language)
        return format_html('<a href="{}">', link.url)


class ExternalLinkHandler(LinkHandler):
    """Marks links that leave the site; the style sheet draws an arrow behind them."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """Return the opening tag."""
        return format_html('<a href="{}" rel="external">', attrs["href"])
