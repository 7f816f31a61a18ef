"""What all pages show the same: made once, and anew when everything is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.pagecache.serving import log_failure
from core.pagecache.store import find_shared, keep_shared

T = TypeVar("T")


def shared(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes, from the cache where it is still good.

    Only for what changes exactly when every page does: the names and addresses of
    sections, settings of the site. It must be something that can be pickled, and
    is the caller's own copy.
    """
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
