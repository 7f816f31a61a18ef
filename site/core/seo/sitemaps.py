"""One sitemap per language, and an index of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.sitemaps import Sitemap

from wagtail.models import Locale, Page

from core.seo.metadata import absolute


class LanguageSitemap(Sitemap):
    """The live, public pages of one language."""

    limit = 5_000

    def __init__(self, code: str) -> None:
        """Keep the language code."""
        self.code = code

    def items(self) -> Any:
        """Return the pages, in the order of the tree."""
        first_depth = 2
        return (
            Page.objects.live()
            .public()
            .filter(depth__gte=first_depth, locale__language_code=self.code)
            .select_related("locale")
            .defer_streamfields()
            .order_by("path")
        )

    def lastmod(self, item: Page) -> dt.datetime | None:
        """Return the moment the page was last published."""
        return item.last_published_at or item.latest_revision_created_at

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[Any]:
        """Return the entries, under the site's own public address."""
        return [
            {
                "item": item,
                "location": absolute(item.get_url() or "/"),
                "lastmod": self.lastmod(item),
                "changefreq": None,
                "priority": "",
                "alternates": [],
            }
            for item in self.paginator.page(page).object_list
        ]


def sitemaps() -> dict[str, type[Sitemap] | Sitemap]:
    """Return a sitemap for each language that has a live home page."""
    home_depth = 2
    codes = Locale.objects.filter(
        pk__in=Page.objects.live().filter(depth=home_depth).values("locale")
    ).values_list("language_code", flat=True)
    return {code: LanguageSitemap(code) for code in sorted(codes)}
