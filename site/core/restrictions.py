"""Which pages everybody may read, without asking the database for each list of pages.

Wagtail's `public()` fetches all view restrictions every time that it is called, and
a page asks for its own once more. A page has a menu, a switcher and lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Exists

from wagtail.models import Page, PageViewRestriction

from core.pagecache.shared import learn, shared

P = TypeVar("P", bound=Page)

_PATHS = "restricted-paths"


def public(pages: Iterable[P]) -> list[P]:
    """Return those pages that everybody may read."""
    restricted = _restricted_paths()
    return [page for page in pages if not page.path.startswith(restricted)]


def is_public(page: Page) -> bool:
    """Return whether neither this page nor one above it is restricted."""
    # A path begins with the paths of all the pages above it.
    return not page.path.startswith(_restricted_paths())


def are_there_any() -> Exists:
    """Return the question whether anything is restricted, to ask along with another one."""
    return Exists(PageViewRestriction.objects.all())


def there_are_none() -> None:
    """Spare this request the question where restrictions are."""
    learn(_PATHS, ())


def _restricted_paths() -> tuple[str, ...]:
    """Return where in the tree restrictions begin: hardly ever anywhere."""
    return shared(_PATHS, _read)


def _read() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
