"""Who shows what: each feature tells which pages show its records.

Core knows by itself that a page is shown by itself, its parent, and every page
that refers to it, and that home pages and sections are named on all pages. What
a page lists without referring to it (all facts, all programme lines) only the
feature knows, and registers in its `ready()`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

Everything = Literal["everything"]
EVERYTHING: Everything = "everything"


@dataclass(frozen=True)
class Views:
    """Views that show something, by the paths of their addresses."""

    paths: tuple[str, ...]


# Pages, views, or everything. Apps call this module before models can be imported.
Shown = Iterable[Any] | Views | Everything

# Home pages and the sections below them: the menu of every page is made of these.
_MENU_DEPTH = 3

_showings: defaultdict[type[Any], list[Callable[[Any], Shown]]] = defaultdict(list)


def register_showing(model: type[Any], shown_on: Callable[[Any], Shown]) -> None:
    """Forget the pages that `shown_on(instance)` returns when a `model` changes.

    Args:
        model: a model, or an abstract base of several.
        shown_on: given the changed instance, returns the pages (a queryset will
            do; those that are not live are passed over) or `EVERYTHING`.

    """
    _showings[model].append(shown_on)


_kept_views: list[Callable[[], Views]] = []


def register_kept_view(views: Callable[[], Views], *models: type[Any]) -> None:
    """Forget a view that is kept (`core.pagecache.views.kept`) when one of `models` changes."""
    _kept_views.append(views)
    for model in models:
        register_showing(model, lambda _instance: views())


def kept_views() -> Iterator[Views]:
    """Return all views that are kept."""
    return (views() for views in _kept_views)


_named_on_all_pages: list[Callable[[Any], bool]] = [lambda page: page.depth <= _MENU_DEPTH]


def register_named_on_all_pages(is_named: Callable[[Any], bool]) -> None:
    """Forget everything when a page for which `is_named(page)` gets another name or address.

    For links in the header or footer. A change to the page's text forgets no
    more than it does for other pages.
    """
    _named_on_all_pages.append(is_named)


def is_named_on_all_pages(page: Any) -> bool:
    """Return whether the header or footer of every page may link to this page."""
    return any(is_named(page) for is_named in _named_on_all_pages)


def is_registered(model: type[Any]) -> bool:
    """Return whether somebody registered this model or one of its bases."""
    return any(base in _showings for base in model.__mro__)


def showings_of(instance: Any) -> Iterator[Shown]:
    """Return what each registered function says about this instance."""
    for base in type(instance).__mro__:
        for shown_on in _showings.get(base, ()):
            yield shown_on(instance)
