"""The main menu and the language switcher, each made with one query.

A section that has no page in the reader's language stays in the menu, under its
name in that language, and links to the page that does exist.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language

from wagtail.models import Page, Site

from core.restrictions import public
from languages.fallback import split_language
from languages.registry import LANGUAGES, SOURCE, fallbacks
from languages.sections import section_label

HOME_DEPTH = 2


@dataclass(frozen=True)
class MenuItem:
    """One entry of the main menu.

    Attributes:
        label: what the reader sees.
        url: where it leads.
        language: the language of the page behind it.
        is_fallback: whether that is another language than the reader's.
        is_current: whether the reader is in this section.

    """

    label: str | Promise
    url: str
    language: str
    is_fallback: bool
    is_current: bool


@dataclass(frozen=True)
class LanguageChoice:
    """One entry of the language switcher.

    Attributes:
        code: the language tag, for `lang` and `hreflang`.
        name: the language's own name.
        direction: `ltr` or `rtl`.
        url: the same page in that language.
        is_current: whether this is the page being read.
        is_source: whether this is the language that others are translated from.

    """

    code: str
    name: str
    direction: str
    url: str
    is_current: bool
    is_source: bool


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """Return the live sections below home, in the order of the Dutch tree."""
    here = get_language() or SOURCE
    languages = (here, *fallbacks(here))
    sections: dict[object, dict[str, Page]] = {}
    pages = (
        public(Page.objects.live().in_menu())
        .filter(depth=HOME_DEPTH + 1, locale__language_code__in=languages)
        .select_related("locale")
        .order_by("path")
    )
    for page in pages:
        sections.setdefault(page.translation_key, {})[page.locale.language_code] = page
    ordered = sorted(sections.values(), key=_tree_order)
    return [_menu_item(request, versions, languages) for versions in ordered]


def _tree_order(versions: dict[str, Page]) -> tuple[bool, str]:
    """Return the sort key that puts sections in the order of the Dutch tree."""
    source = versions.get(SOURCE)
    return (source is None, (source or next(iter(versions.values()))).path)


def _menu_item(
    request: HttpRequest, versions: dict[str, Page], languages: tuple[str, ...]
) -> MenuItem:
    """Return the entry for one section, given its pages by language."""
    code = next(language for language in languages if language in versions)
    page = versions[code]
    source = versions.get(SOURCE, page)
    url = page.get_url(request) or "/"
    return MenuItem(
        label=section_label(source.slug, page.title),
        url=url,
        language=code,
        is_fallback=code != languages[0],
        is_current=request.path.startswith(url),
    )


def language_choices(request: HttpRequest, page: Page | None) -> list[LanguageChoice]:
    """Return the languages in which this page exists, in the order of the registry.

    Only live translations are offered. Where there is no page (search, an error)
    every language with a live home page is offered.
    """
    if page is not None and page.pk and page.translation_key:
        versions = page.get_translations(inclusive=True)
    else:
        site = Site.find_for_request(request)
        versions = site.root_page.get_translations(inclusive=True) if site else Page.objects.none()
    # Addresses need no more than what is in the table of all pages.
    live = public(Page.objects.live().filter(pk__in=versions.values("pk"))).select_related("locale")
    by_language = {version.locale.language_code: version for version in live}
    here = get_language()
    suffix = "" if page is not None else _suffix(request)
    choices = []
    for language in LANGUAGES:
        version = by_language.get(language.code)
        url = version.get_url(request) if version else None
        if url:
            choices.append(
                LanguageChoice(
                    code=language.code,
                    name=language.name_local,
                    direction="rtl" if language.bidi else "ltr",
                    url=f"{url}{suffix}",
                    is_current=language.code == here,
                    is_source=language.code == SOURCE,
                )
            )
    return choices


def _suffix(request: HttpRequest) -> str:
    """Return what comes after the language in the address, for views that are no pages."""
    match = request.resolver_match
    if match is None or match.url_name == "wagtail_serve":
        return ""
    asked = split_language(request.get_full_path())
    return asked[1] if asked else ""
