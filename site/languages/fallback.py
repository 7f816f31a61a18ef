"""Where to go when an address has no page in its language: the page in one that it has."""

from __future__ import annotations

from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.restrictions import public
from languages.registry import LANGUAGES, fallbacks

CODES = tuple(language.code for language in LANGUAGES)


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
    gets the English or else the Dutch one, whatever its slug in that language.

    Args:
        site: the site that was asked.
        path: the path that was not found.

    """
    asked = split_language(path)
    if asked is None:
        return None
    code, rest = asked
    rest = rest if rest.endswith("/") or not rest else f"{rest}/"
    roots = site.root_page.get_translations(inclusive=True)
    wanted = [f"{root_path}{rest}" for root_path in roots.values_list("url_path", flat=True)]
    keys = (
        Page.objects.live()
        .filter(url_path__in=wanted)
        .values_list("translation_key", flat=True)[:1]
    )
    page = best_version(Page.objects.filter(translation_key__in=list(keys)), code)
    address = page.get_url() if page else None
    return address if address != path else None
