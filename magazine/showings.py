"""Which pages show a story or a record of the magazine without naming it, for the page cache."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db.models import Q, Sum

from wagtail.models import Page

from core.pagecache.changes import when_committed
from core.pagecache.registry import EVERYTHING, Shown, register_showing
from core.pagecache.touched import Touched
from magazine.models import EditionPage, MagazineIndexPage, MakerPage, StoryPage
from magazine.models.shelves import Shelf

Facet = Shelf.Facet
# What stories are compared by, and what they say of their neighbours.
SHARED = (Facet.KIND, Facet.LINE, Facet.AREA, Facet.TAG, Facet.SERIES, Facet.EDITION)
HOME_DEPTH = 2
# Where more pages than this show a change, forgetting everything is less work.
MOST = 300


def register() -> None:
    """Say where editions, makers and the records of the filter are shown."""
    register_showing(EditionPage, _around_edition)
    register_showing(MakerPage, lambda _maker: MagazineIndexPage.objects.live())
    register_showing(
        apps.get_model("projects.Area"), lambda _area: MagazineIndexPage.objects.live()
    )
    register_showing(apps.get_model("projects.ProgrammeLine"), _of_line)


def forget_lists(shelves: Collection[int]) -> None:
    """Forget, once this is committed, what lists the stories of these shelves."""
    when_committed(partial(_touch, list(shelves)))


def _touch(keys: list[int], touched: Touched) -> None:
    shelves = Shelf.objects.filter(pk__in=keys)
    shared = shelves.filter(facet__in=SHARED)
    if (shared.aggregate(number=Sum("stories"))["number"] or 0) > MOST:
        touched.add_everything()
        return
    touched.add_pages(MagazineIndexPage.objects.live())
    # They may show the newest stories.
    touched.add_pages(Page.objects.live().filter(depth=HOME_DEPTH))
    for pages in _listing(shelves, shared):
        touched.add_pages(pages)


def _listing(shelves: Any, shared: Any) -> Iterator[Any]:
    """Yield the pages on which stories of these shelves are named."""
    yield StoryPage.objects.filter(places__shelf__in=shared).distinct()
    for model, name in ((EditionPage, "edition"), (MakerPage, "maker")):
        keys = model.objects.filter(pk__in=shelves.exclude(**{name: None}).values(name))
        # A story without a translation is listed on pages in other languages too.
        yield model.objects.filter(translation_key__in=keys.values("translation_key"))


def _of_line(line: Any) -> Shown:
    """Return where a programme line is named: the filter, and each story that belongs to it."""
    stories = StoryPage.objects.live().filter(
        programme_lines__key=line.key, locale_id=line.locale_id
    )
    if stories.count() > MOST:
        return EVERYTHING
    indexes = MagazineIndexPage.objects.live().filter(locale_id=line.locale_id)
    return Page.objects.filter(Q(pk__in=stories.values("pk")) | Q(pk__in=indexes.values("pk")))


def _around_edition(edition: EditionPage) -> Iterator[Page] | Any:
    """Return what names an edition: the magazine, its stories, the editions beside it."""
    stories = StoryPage.objects.child_of(edition)
    return Page.objects.live().filter(
        Q(pk__in=stories.values("pk"))
        | Q(pk__in=MagazineIndexPage.objects.values("pk"))
        | Q(pk__in=EditionPage.objects.filter(locale_id=edition.locale_id).values("pk"))
    )
