"""Links to pages in the reader's language, any number of them at the cost of one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language

from wagtail.models import Page

from core.pagecache.shared import of_this_page

# What a link is made of: half of what a query of all fields costs goes into the fields.
_NEEDED = (
    "title",
    "url_path",
    "live",
    "translation_key",
    "search_description",
    "locale__language_code",
)


@dataclass(frozen=True)
class PageLink:
    """A live page to go to.

    Attributes:
        url: its address.
        title: its title.
        description: what search engines show of it; may be empty.
        language: its language, where that is not the reader's; else empty.

    """

    url: str
    title: str
    description: str = ""
    language: str = ""


class PageBatch:
    """Pages that are drawn together: the first that is asked for fetches them all."""

    def __init__(self, page_ids: Iterable[int]) -> None:
        """Remember which pages belong together."""
        self.ids = frozenset(page_ids)
        self._read: dict[str | None, tuple[dict[int, Page], dict[int, PageLink]]] = {}

    @property
    def pages(self) -> dict[int, Page]:
        """Return the pages that exist, by id."""
        return self._in_language()[0]

    @property
    def links(self) -> dict[int, PageLink]:
        """Return the links of the pages that can be visited in the reader's language, by id."""
        return self._in_language()[1]

    def _in_language(self) -> tuple[dict[int, Page], dict[int, PageLink]]:
        language = get_language()
        if language not in self._read:
            self._read[language] = self._kept(language) if self.ids else ({}, {})
        return self._read[language]

    def _kept(self, language: str | None) -> tuple[dict[int, Page], dict[int, PageLink]]:
        name = f"links {language} {sorted(self.ids)}"
        return of_this_page(name, lambda: _read(self.ids, language))

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let `page_links` find these pages here, for as long as a text is drawn."""
        token = _opened.set(self)
        try:
            yield
        finally:
            _opened.reset(token)


_opened: ContextVar[PageBatch | None] = ContextVar("opened_page_batch", default=None)


def batch_for(page_ids: Iterable[int]) -> PageBatch:
    """Return the opened batch if it has these pages, else one of their own."""
    ids = frozenset(page_ids)
    opened = _opened.get()
    return opened if opened and ids <= opened.ids else PageBatch(ids)


def page_links(page_ids: Iterable[int]) -> dict[int, PageLink]:
    """Return a link for each page by its id: to its translation where there is one.

    Without a live translation in the reader's language the link goes to the page
    itself; a page that is gone, or not live in either, has no link.
    """
    return batch_for(page_ids).links


def links_of(pages: Iterable[Page]) -> dict[int, PageLink]:
    """Return the same for pages that were read with their locale: often without a query."""
    pages = list(pages)
    language = get_language()
    here = [page for page in pages if page.live and page.locale.language_code == language]
    elsewhere = {page.pk for page in pages} - {page.pk for page in here}
    return _links({page.pk: page for page in here}, language) | page_links(elsewhere)


def link_to(page: Page | None) -> PageLink | None:
    """Return the link of a page that a block chose, or nothing where it cannot be visited."""
    if page is None or page.pk is None:
        return None
    batch = getattr(page, "chosen_with", None) or batch_for([page.pk])
    return batch.links.get(page.pk)


def _read(ids: frozenset[int], language: str | None) -> tuple[dict[int, Page], dict[int, PageLink]]:
    """Return the pages and their links in a language, by one query for both."""
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    found = (
        Page.objects.filter(
            Q(pk__in=ids) | Q(translation_key__in=keys, locale__language_code=language)
        )
        .select_related("locale")
        .only(*_NEEDED)
    )
    chosen, translated = {}, {}
    for page in found:
        if page.pk in ids:
            chosen[page.pk] = page
        if page.live and page.locale.language_code == language:
            translated[page.translation_key] = page
    targets = {pk: translated.get(page.translation_key, page) for pk, page in chosen.items()}
    return chosen, _links(targets, language)


def _links(targets: dict[int, Page], language: str | None) -> dict[int, PageLink]:
    """Return the links to those pages that are live and have an address."""
    # Wagtail leaves on this what every address needs, so that it is looked up once.
    once: Any = SimpleNamespace(_wagtail_site=None)
    return {
        pk: _link(page, url, language)
        for pk, page in targets.items()
        if page.live and (url := page.get_url(once))
    }


def _link(page: Page, url: str, language: str | None) -> PageLink:
    own = page.locale.language_code
    return PageLink(url, page.title, page.search_description, "" if own == language else own)
