"""Which pages everybody may read, without asking the database for each list of pages.

Wagtail's `public()` fetches all view restrictions every time that it is called, and
a page asks for its own once more. A page has a menu, a switcher and lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from wagtail.models import Page, PageViewRestriction

from core.pagecache.shared import shared

P = TypeVar("P", bound=Page)


def public(pages: Iterable[P]) -> list[P]:
    """Return those pages that everybody may read."""
    restricted = _restricted_paths()
    return [page for page in pages if not page.path.startswith(restricted)]


def is_public(page: Page) -> bool:
    """Return whether neither this page nor one above it is restricted."""
    # A path begins with the paths of all the pages above it.
    return not page.path.startswith(_restricted_paths())


def _restricted_paths() -> tuple[str, ...]:
    """Return where in the tree restrictions begin: hardly ever anywhere."""
    return shared("restricted-paths", _read)


def _read() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
