"""What is asked of the database for pages, kept for as long as it stays the same.

Not every request can be answered from the cache: an editor's cannot, nor one with
parameters. Those pages are made anew, but of data that is kept as long as the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from core.pagecache.failures import log_failure
from core.pagecache.store import find_value, keep_value

T = TypeVar("T")


@dataclass
class _Request:
    """What was found out for the request that is being answered, and for which page."""

    made: dict[str, Any] = field(default_factory=dict)
    path: str | None = None


_request: ContextVar[_Request | None] = ContextVar("request_being_answered", default=None)


@contextmanager
def one_request() -> Iterator[None]:
    """Let nothing be asked for twice as long as one request is answered."""
    token = _request.set(_Request())
    try:
        yield
    finally:
        _request.reset(token)


def this_is_page(path: str) -> None:
    """Say that the request is for the live page with this path as its own."""
    if request := _request.get():
        request.path = path


def shared(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, kept until all pages are forgotten.

    Only for what changes exactly when every page does: the names and addresses of
    sections, restrictions, settings of the site. It must be something that can be
    pickled, and nobody may change it.
    """
    request = _request.get()
    if request is None:
        return _kept(name, None, make)
    if name not in request.made:
        request.made[name] = _kept(name, None, make)
    return request.made[name]


def of_this_page(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, kept until the page that is being served is forgotten.

    For what a page shows of other tables. Outside a live page, as in a preview,
    it is always made anew.
    """
    request = _request.get()
    if request is not None and name in request.made:
        return request.made[name]
    if request is None or request.path is None:
        return make()
    return _kept(name, request.path, make)


def kept_with(path: str, name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, kept until the page or view at this path is forgotten.

    For what several addresses show of the same tables, as a list and the places on it. It must
    be something that can be pickled, and nobody may change it.
    """
    return _kept(name, path, make)


def learn(name: str, value: object) -> None:
    """Let both return, for the rest of this request, what was found out in passing."""
    if request := _request.get():
        request.made[name] = value


def _kept(name: str, path: str | None, make: Callable[[], T]) -> T:
    try:
        tokens, kept = find_value(name, path)
    except Exception:  # noqa: BLE001 - a cache that fails costs time and nothing else
        log_failure("The page cache could not be read")
        return make()
    if kept is not None:
        return kept[0]
    value = make()
    try:
        keep_value(name, path, tokens, value)
    except Exception:  # noqa: BLE001 - as above
        log_failure("The page cache could not be filled")
    return value
