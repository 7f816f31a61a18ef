"""A cache server that fails costs speed, never a page: it is logged, and not for each request."""

from __future__ import annotations

import logging
import time

logger = logging.getLogger(__name__)

_logged: dict[str, int] = {}


def log_failure(message: str) -> None:
    """Log the exception at hand, once a minute: every request would bring the same."""
    minute = int(time.monotonic() // 60)
    if _logged.get(message) != minute:
        _logged[message] = minute
        logger.exception(message)  # noqa: LOG004 - called where one is handled
