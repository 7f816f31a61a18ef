"""Which pages everybody may read, asked as part of the query that reads them.

Wagtail's `public()` first fetches all view restrictions, every time that it is
called. A page has a menu, a switcher and lists: that is a query for each.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr

from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def is_private() -> Exists:
    """Return the condition that a page, or one above it, is restricted."""
    # A path begins with the paths of all the pages above it.
    beginning = Substr(OuterRef("path"), 1, Length("page__path"))
    return Exists(PageViewRestriction.objects.filter(page__path=beginning))


def public(pages: PageQuerySet) -> PageQuerySet:
    """Return those pages that everybody may read."""
    return pages.exclude(is_private())
