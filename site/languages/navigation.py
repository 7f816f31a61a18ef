"""The main menu, the footer's links and the language switcher.

A section that has no page in the reader's language stays in the menu, under its
name in that language, and links to the page that does exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

from wagtail.models import Page, Site

from core.pagecache.shared import learn, of_this_page
from core.restrictions import public
from languages.fallback import split_language
from languages.named_pages import NamedPage, named_pages
from languages.registry import LANGUAGES, SOURCE
from languages.sections import footer_views, section_label


@dataclass(frozen=True)
class MenuItem:
    """One entry of the main menu or the footer.

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
    return [
        _menu_item(
            page,
            here,
            label=section_label(page.slug, page.title),
            is_current=request.path.startswith(page.url),
        )
        for page in named_pages(request, here).sections
    ]


def footer_links(request: HttpRequest) -> list[MenuItem]:
    """Return the live pages that are registered for the footer, then the views."""
    here = get_language() or SOURCE
    pages = [
        _menu_item(page, here, label=page.title, is_current=request.path == page.url)
        for page in named_pages(request, here).footer
    ]
    return [*pages, *(_view_item(request, here, *view) for view in footer_views().items())]


def _view_item(request: HttpRequest, here: str, name: str, label: str | Promise) -> MenuItem:
    """Return the link to a view, which is there in every language."""
    url = reverse(name)
    is_current = request.path == url
    return MenuItem(label, url, language=here, is_fallback=False, is_current=is_current)


def _menu_item(page: NamedPage, here: str, *, label: str | Promise, is_current: bool) -> MenuItem:
    return MenuItem(
        label=label,
        url=page.url,
        language=page.language,
        is_fallback=page.language != here,
        is_current=is_current,
    )


def language_choices(request: HttpRequest, page: Page | None) -> list[LanguageChoice]:
    """Return the languages in which this page exists, in the order of the registry.

    Only live translations are offered. Where there is no page (search, an error)
    every language with a live home page is offered.
    """
    key = _translation_key(request, page)
    everywhere = getattr(page, "addresses_by_language", None)
    if everywhere:
        # It has an address in every language, whatever its translations.
        addresses = everywhere
    elif page is None:
        addresses = _addresses(request, key)
    else:
        addresses = of_this_page(_name(key), lambda: _addresses(request, key))
    here = get_language()
    # A further address of a page is there in every language; what was chosen there is not.
    suffix = getattr(page, "subpath", "").partition("?")[0] if page else _suffix(request)
    return [
        LanguageChoice(
            code=language.code,
            name=language.name_local,
            direction="rtl" if language.bidi else "ltr",
            url=f"{addresses[language.code]}{suffix}",
            is_current=language.code == here,
            is_source=language.code == SOURCE,
        )
        for language in LANGUAGES
        if language.code in addresses
    ]


def versions_are_known(request: HttpRequest, page: Page, versions: Iterable[Page]) -> None:
    """Spare this request the question in which languages a page is there.

    Args:
        request: the request for the page.
        page: the page.
        versions: its live versions, itself among them, read with their locales.

    """
    learn(_name(page.translation_key), _by_language(request, public(versions)))


def _name(translation_key: object) -> str:
    return f"languages {translation_key}"


def _addresses(request: HttpRequest, translation_key: object) -> dict[str, str]:
    """Return the address of each live version of a page, by language."""
    versions = (
        Page.objects.live()
        .filter(translation_key=translation_key)
        .select_related("locale")
        .only("path", "url_path", "locale__language_code")
    )
    return _by_language(request, public(versions))


def _by_language(request: HttpRequest, versions: Iterable[Page]) -> dict[str, str]:
    return {
        version.locale.language_code: url
        for version in versions
        if (url := version.get_url(request))
    }


def _translation_key(request: HttpRequest, page: Page | None) -> object:
    """Return what the translations of the page, or else of the home page, have in common."""
    if page is not None and page.pk and page.translation_key:
        return page.translation_key
    site = Site.find_for_request(request)
    return site.root_page.translation_key if site else None


def _suffix(request: HttpRequest) -> str:
    """Return what comes after the language in the address, for views that are no pages."""
    match = request.resolver_match
    if match is None or match.url_name == "wagtail_serve":
        return ""
    asked = split_language(request.get_full_path())
    return asked[1] if asked else ""
