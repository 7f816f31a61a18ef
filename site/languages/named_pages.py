"""The pages that every page names, in its menu and its footer, read by one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from wagtail.models import Page, Site

from core.pagecache.shared import shared
from core.restrictions import public
from languages.registry import SOURCE, fallbacks
from languages.sections import footer_slugs

SECTION_DEPTH = 3
_NEEDED = (
    "path",
    "depth",
    "slug",
    "title",
    "url_path",
    "show_in_menus",
    "translation_key",
    "content_type",
    "locale__language_code",
)


@dataclass(frozen=True)
class NamedPage:
    """A page in the version that readers of one language understand best.

    Attributes:
        slug: the slug of its Dutch version.
        title: its title.
        url: its address.
        language: its language.

    """

    slug: str
    title: str
    url: str
    language: str


@dataclass(frozen=True)
class NamedPages:
    """What the menu and the footer are made of, each in its order."""

    sections: list[NamedPage]
    footer: list[NamedPage]


def named_pages(request: HttpRequest, language: str) -> NamedPages:
    """Return the pages that every page names to readers of a language."""
    site = Site.find_for_request(request)
    name = f"named-pages-{site.pk if site else ''}-{language}"
    return shared(name, lambda: _read(request, (language, *fallbacks(language))))


def is_in_footer(page: Page) -> bool:
    """Return whether this page is in the footer, in any language."""
    return (
        page.slug in footer_slugs()
        or _dutch(footer_slugs()).filter(translation_key=page.translation_key).exists()
    )


def _read(request: HttpRequest, languages: tuple[str, ...]) -> NamedPages:
    """Return the pages, each in the first of these languages that it has."""
    slugs = footer_slugs()
    # Each by an index of its own. A condition on the language would have SQLite look
    # through all pages of that language; there are but ten versions of each of these.
    is_section = Q(depth=SECTION_DEPTH, show_in_menus=True)
    namesakes = Page.objects.filter(slug__in=slugs).order_by()
    is_footer = Q(translation_key__in=namesakes.values("translation_key"))
    dutch = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=SOURCE
    )
    found = (
        Page.objects.live()
        .filter(is_section | is_footer)
        .annotate(dutch_slug=Subquery(dutch.values("slug")[:1]))
        .select_related("locale")
        .only(*_NEEDED)
        .order_by("path")
    )
    pages = public(page for page in found if page.locale.language_code in languages)
    sections = _best(
        (page for page in pages if page.depth == SECTION_DEPTH and page.show_in_menus), languages
    )
    footer = _best((page for page in pages if page.dutch_slug in slugs), languages)
    footer.sort(key=lambda page: slugs.index(page.dutch_slug))
    return NamedPages(
        sections=[_named(page, request, languages[0]) for page in sections],
        footer=[_named(page, request, languages[0]) for page in footer],
    )


def _dutch(slugs: tuple[str, ...]) -> QuerySet[Page]:
    """Return the Dutch pages with these slugs, wherever in the tree they are."""
    return Page.objects.filter(slug__in=slugs, locale__language_code=SOURCE)


def _best(pages: Iterable[Page], languages: tuple[str, ...]) -> list[Page]:
    """Return each page once, in its best language; the order is that of the Dutch tree."""
    versions: dict[object, dict[str, Page]] = defaultdict(dict)
    for page in pages:
        versions[page.translation_key][page.locale.language_code] = page
    found = []
    for by_language in versions.values():
        best = next(by_language[code] for code in languages if code in by_language)
        source = by_language.get(SOURCE)
        # What is not in the Dutch tree comes last.
        found.append((source is None, (source or best).path, best))
    return [best for _is_last, _path, best in sorted(found, key=lambda entry: entry[:2])]


def _named(page: Page, request: HttpRequest, language: str) -> NamedPage:
    """Return the page as it is named to readers of a language.

    A type of page that is shown in every language says by `address_in` where.
    """
    address_in = getattr(page.specific_class, "address_in", None)
    return NamedPage(
        slug=page.dutch_slug or page.slug,
        title=page.title,
        url=address_in(language) if address_in else page.get_url(request) or "/",
        language=language if address_in else page.locale.language_code,
    )
