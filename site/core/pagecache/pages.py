"""What a change to one page does to the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from wagtail.models import DraftStateMixin, Page

from core.pagecache.touched import Touched

# Home pages and the sections below them: what the menu on every page is made of.
_MENU_DEPTH = 3


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
        row = model.objects.filter(pk=pk).values("live").first()
    else:
        row = {"live": True}
    return State(**row) if row else None


def touch_by_change(touched: Touched, page: Page, before: State | None, after: State) -> None:
    """Touch what a created, published, changed or unpublished page touches."""
    has_moved = bool(before) and before.url_path != after.url_path
    has_appeared = not before or before.live != after.live
    is_renamed = not before or before.title != after.title
    touched.add_former(page)
    touched.add_parent_of(page)
    if has_moved:
        _touch_former_addresses(touched, page, before.url_path)
    if has_moved or has_appeared:
        touched.add_pages(page.get_translations())
    if has_moved or has_appeared or is_renamed:
        touched.add_pages(page.get_descendants())
    if page.depth <= _MENU_DEPTH and before != after:
        touched.add_everything()


def touch_by_delete(touched: Touched, page: Page) -> None:
    """Touch what a page leaves behind; those below it are deleted one by one."""
    touched.add_former(page)
    touched.add_parent_of(page)
    touched.add_pages(page.get_translations())
    if page.depth <= _MENU_DEPTH:
        touched.add_everything()


def touch_by_move(touched: Touched, page: Page, parents: Iterable[Page]) -> None:
    """Touch the pages that list this page, or everything when the menu lists it."""
    touched.add_pages(parents)
    if page.depth <= _MENU_DEPTH or any(parent.depth < _MENU_DEPTH for parent in parents):
        touched.add_everything()


def _touch_former_addresses(touched: Touched, page: Page, former: str) -> None:
    """Touch the addresses that the page and those below it had before."""
    touched.add_at_url_path(page, former)
    for below in page.get_descendants():
        touched.add_at_url_path(below, former + below.url_path.removeprefix(page.url_path))
