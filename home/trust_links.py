"""The pages by which a reader judges whether the site can be trusted, for the footer."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language

from wagtail.models import Page

from core.restrictions import public
from home.models import InfoPage
from languages.navigation import MenuItem
from languages.registry import SOURCE, fallbacks

# Slugs of the Dutch pages; their translations are found through the page tree.
SLUGS = ("contact", "toegankelijkheid", "privacy")


def trust_links(request: HttpRequest) -> list[MenuItem]:
    """Return links to those pages that exist, in the best language for the reader.

    One query, wherever in the tree the pages are.
    """
    here = get_language() or SOURCE
    languages = (here, *fallbacks(here))
    sources = InfoPage.objects.filter(slug__in=SLUGS, locale__language_code=SOURCE)
    pages = (
        public(Page.objects.live())
        .filter(
            translation_key__in=sources.values("translation_key"),
            locale__language_code__in=languages,
        )
        .select_related("locale")
    )
    versions: dict[object, dict[str, Page]] = {}
    for page in pages:
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return [_link(request, found, languages) for found in sorted(versions.values(), key=_order)]


def is_trust_page(page: Page) -> bool:
    """Return whether this is one of those pages, in any language."""
    versions = InfoPage.objects.filter(translation_key=page.translation_key)
    return (
        page.slug in SLUGS or versions.filter(slug__in=SLUGS, locale__language_code=SOURCE).exists()
    )


def _order(versions: dict[str, Page]) -> int:
    """Return where a link stands: in the order of `SLUGS`."""
    source = versions.get(SOURCE)
    return SLUGS.index(source.slug) if source else len(SLUGS)


def _link(request: HttpRequest, versions: dict[str, Page], languages: tuple[str, ...]) -> MenuItem:
    """Return the link to the version that the reader understands best."""
    code = next(language for language in languages if language in versions)
    page = versions[code]
    url = page.get_url(request) or "/"
    return MenuItem(
        label=page.title,
        url=url,
        language=code,
        is_fallback=code != languages[0],
        is_current=request.path == url,
    )
