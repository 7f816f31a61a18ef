"""What a change to one page does to the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from wagtail.models import DraftStateMixin, Page

from core.pagecache.registry import is_named_on_all_pages
from core.pagecache.touched import Touched


@dataclass(frozen=True)
class State:
    """What other pages show or derive from a page or record at one moment.

    Only a page has more than `live`.
    """

    live: bool
    title: str = ""
    url_path: str = ""
    show_in_menus: bool = False

    @classmethod
    def of(cls, instance: Any) -> State:
        """Return the state of an instance in memory; what knows no drafts is always live."""
        live = getattr(instance, "live", True)
        if not isinstance(instance, Page):
            return cls(live)
        return cls(live, instance.title, instance.url_path, instance.show_in_menus)


def state_of(model: type[Model], pk: Any) -> State | None:
    """Return the state in the database, or None for what is not there yet."""
    if issubclass(model, Page):
        row = Page.objects.filter(pk=pk).values(*State.__dataclass_fields__).first()
    elif issubclass(model, DraftStateMixin):
        row = model._default_manager.filter(pk=pk).values("live").first()
    else:
        row = {"live": True}
    return State(**row) if row else None


def touch_by_change(touched: Touched, page: Page, before: State | None, after: State) -> None:
    """Touch what a created, published, changed or unpublished page touches."""
    left = before.url_path if before and before.url_path != after.url_path else ""
    has_appeared = not before or before.live != after.live
    is_renamed = not before or before.title != after.title
    touched.add_former(page)
    touched.add_parent_of(page)
    if left:
        for former in _formerly(page, left):
            touched.add_former(former)
            if is_named_on_all_pages(former):
                touched.add_everything()
    if left or has_appeared:
        touched.add_pages(page.get_translations())
    if left or has_appeared or is_renamed:
        touched.add_pages(page.get_descendants())
    if before != after and is_named_on_all_pages(page):
        touched.add_everything()


def touch_by_delete(touched: Touched, page: Page) -> None:
    """Touch what a page leaves behind; those below it are deleted one by one."""
    touched.add_former(page)
    touched.add_parent_of(page)
    touched.add_pages(page.get_translations())
    if is_named_on_all_pages(page):
        touched.add_everything()


def touch_by_move(touched: Touched, page: Page, parents: Iterable[Page]) -> None:
    """Touch the pages that list this page, or everything when the menu lists it."""
    touched.add_pages(parents)
    for parent in parents:
        placed = copy(page)
        placed.depth = parent.depth + 1
        if is_named_on_all_pages(placed):
            touched.add_everything()


def _formerly(page: Page, url_path: str) -> Iterator[Page]:
    """Yield the page and those below it as they were when it was at `url_path`."""
    for moved in page.get_descendants(inclusive=True):
        former_path = url_path + moved.url_path.removeprefix(page.url_path)
        moved.slug = former_path.rstrip("/").rpartition("/")[2]
        moved.url_path = former_path
        yield moved
