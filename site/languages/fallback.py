"""Where to go when an address has no page in its language: the page in one that it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import Resolver404

from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.restrictions import public
from languages.registry import LANGUAGES, fallbacks

CODES = tuple(language.code for language in LANGUAGES)
# More parts of an address than these no page has below its own.
DEEPEST = 4


def split_language(path: str) -> tuple[str, str] | None:
    """Return the language code and the rest of an address, or None without a language.

    Args:
        path: the path of an address, for example `/tr/over-ons/`.

    """
    code, _slash, rest = path.lstrip("/").partition("/")
    return (code, rest) if code in CODES else None


def best_version(versions: PageQuerySet, code: str) -> Page | None:
    """Return the live version that serves a reader of `code` best, or None without any.

    Args:
        versions: translations of one page.
        code: the language that the reader asked for.

    """
    live = public(versions.live().select_related("locale").defer_streamfields())
    by_language = {page.locale.language_code: page for page in live}
    order = (code, *fallbacks(code), *CODES)
    return next((by_language[other] for other in order if other in by_language), None)


def best_address(site: Site, path: str) -> str | None:
    """Return the address of the same page in the best language that it has.

    A reader who asks for `/tr/over-ons/` and for whom there is no Turkish page
    gets the English or else the Dutch one, whatever its slug in that language. What
    a page answers below its own address stays as it was asked.

    Args:
        site: the site that was asked.
        path: the path that was not found.

    """
    asked = split_language(path)
    found = _page_at(site, asked[1]) if asked else None
    if asked is None or found is None:
        return None
    key, below = found
    page = best_version(Page.objects.filter(translation_key=key), asked[0])
    address = f"{page.get_url()}{below}" if page else None
    return address if address != path else None


def below_page(page: Page, path: str) -> str:
    """Return what of an address comes after the page that answers there, or an empty text.

    Args:
        page: a page that was found by its place in the tree.
        path: the path that was asked, perhaps in another language than the page's.

    """
    own, asked = split_language(page.get_url() or ""), split_language(path)
    if own is None or asked is None or not asked[1].startswith(own[1]):
        return ""
    return asked[1].removeprefix(own[1])


def _page_at(site: Site, rest: str) -> tuple[UUID, str] | None:
    """Return the page that answers in any language, and what comes below its own address.

    Args:
        site: the site that was asked.
        rest: what comes after the language.

    Returns:
        The key that its translations share, and the rest; None where no page answers.

    """
    rest = rest if rest.endswith("/") or not rest else f"{rest}/"
    roots = site.root_page.get_translations(inclusive=True).values_list("url_path", flat=True)
    wanted = {f"{root}{head}": below for head, below in _parted(rest) for root in roots}
    pages = Page.objects.live().filter(url_path__in=wanted)
    found = pages.only("url_path", "translation_key", "content_type")
    answering = (
        (page.translation_key, wanted[page.url_path])
        for page in sorted(found, key=lambda page: len(wanted[page.url_path]))
        if _answers(page.specific_class, wanted[page.url_path])
    )
    return next(answering, None)


def _parted(rest: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part an address into that of a page and what is below, longest first."""
    parts = rest.split("/")[:-1]
    for number in range(min(len(parts), DEEPEST) + 1):
        below = "".join(f"{part}/" for part in parts[len(parts) - number :])
        yield rest.removesuffix(below), below


def _answers(model: Any, below: str) -> bool:
    """Return whether pages of this type answer an address below their own."""
    if not below:
        return True
    if not (model and issubclass(model, RoutablePageMixin)):
        return False
    try:
        model.get_resolver().resolve(f"/{below}")
    except Resolver404:
        return False
    return True
