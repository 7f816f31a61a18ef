"""What all pages show the same: made once, and anew when everything is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from core.pagecache.failures import log_failure
from core.pagecache.store import find_shared, keep_shared

T = TypeVar("T")

_made: ContextVar[dict[str, Any] | None] = ContextVar("made_for_this_request", default=None)


@contextmanager
def one_request() -> Iterator[None]:
    """Let nothing be asked for twice as long as one request is answered."""
    token = _made.set({})
    try:
        yield
    finally:
        _made.reset(token)


def shared(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, from the cache where it is still good.

    Only for what changes exactly when every page does: the names and addresses of
    sections, restrictions, settings of the site. It must be something that can be
    pickled, and nobody may change it.
    """
    made = _made.get()
    if made is not None and name in made:
        return made[name]
    value = _cached(name, make)
    if made is not None:
        made[name] = value
    return value


def learn(name: str, value: object) -> None:
    """Let `shared` return, for the rest of this request, what was found out in passing."""
    made = _made.get()
    if made is not None:
        made[name] = value


def _cached(name: str, make: Callable[[], T]) -> T:
    try:
        everything, kept = find_shared(name)
    except Exception:  # noqa: BLE001 - a cache that fails costs time and nothing else
        log_failure("The page cache could not be read")
        return make()
    if kept is not None:
        return kept[1]
    value = make()
    try:
        keep_shared(name, everything, value)
    except Exception:  # noqa: BLE001 - as above
        log_failure("The page cache could not be filled")
    return value
