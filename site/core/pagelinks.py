"""Links to pages in the reader's language, any number of them at the cost of one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language

from wagtail.models import Page


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


def page_links(page_ids: Iterable[int]) -> dict[int, PageLink]:
    """Return a link for each page by its id: to its translation where there is one.

    Without a live translation in the reader's language the link goes to the page
    itself; a page that is gone, or not live in either, has no link.
    """
    ids = set(page_ids)
    if not ids:
        return {}
    language = get_language()
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    pages = Page.objects.filter(
        Q(pk__in=ids) | Q(translation_key__in=keys, locale__language_code=language)
    ).select_related("locale")
    chosen, translated = {}, {}
    for page in pages:
        if page.pk in ids:
            chosen[page.pk] = page
        if page.live and page.locale.language_code == language:
            translated[page.translation_key] = page
    links = {}
    for pk, page in chosen.items():
        target = translated.get(page.translation_key, page)
        if target.live and (url := target.url):
            links[pk] = _link(target, url, language)
    return links


def _link(page: Page, url: str, language: str | None) -> PageLink:
    own = page.locale.language_code
    return PageLink(url, page.title, page.search_description, "" if own == language else own)


class PageBatch:
    """Pages that were read together: the first link that is asked for fetches them all."""

    def __init__(self, page_ids: Iterable[int]) -> None:
        """Remember which pages belong together."""
        self._ids = frozenset(page_ids)
        self._links: dict[str | None, dict[int, PageLink]] = {}

    def link(self, page_id: int) -> PageLink | None:
        """Return the link of one of the pages in the reader's language, if it has one."""
        language = get_language()
        if language not in self._links:
            self._links[language] = page_links(self._ids)
        return self._links[language].get(page_id)


def link_to(page: Page | None) -> PageLink | None:
    """Return the link of a page that a block chose, or nothing where it cannot be visited."""
    if page is None or page.pk is None:
        return None
    batch = getattr(page, "chosen_with", None) or PageBatch([page.pk])
    return batch.link(page.pk)
