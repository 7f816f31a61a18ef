"""Answers from the page cache before Django is asked.

Django's request machinery costs several times what a kept page costs. So hits
are served here, from the WSGI environment alone, and everything else goes on to
Django, whose first middleware fills the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from core.pagecache.answers import NOT_MODIFIED, OK, answer
from core.pagecache.failures import log_failure
from core.pagecache.visits import Environ, Visit, visit_of

Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

# Where a visit waits in the environment for the middleware.
VISIT = "core.pagecache.visit"
_REASONS = {OK: "200 OK", NOT_MODIFIED: "304 Not Modified"}


class CachedPages:
    """A WSGI application that answers what it can and hands the rest to another."""

    def __init__(self, application: Application) -> None:
        """Take the application behind the cache."""
        self.application = application

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        visit = safe_visit(environ)
        if visit is None:
            return self.application(environ, start_response)
        if visit.kept is None:
            environ[VISIT] = visit
            return self.application(environ, start_response)
        status, headers, body = answer(visit.kept, environ)
        start_response(_REASONS[status], headers)
        return [body]


def safe_visit(environ: Environ) -> Visit | None:
    """Return the visit, or None when the cache fails: then the page is rendered instead."""
    try:
        return visit_of(environ)
    except Exception:  # noqa: BLE001 - a cache server fails in ways only its client knows
        log_failure("The page cache could not be read")
        return None
