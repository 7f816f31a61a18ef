"""Two questions that a supervisor asks: does the process live, and can it serve?"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer 200: the process runs. Asks nothing of any other server."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when this process can serve pages, else 503 with what is wrong."""
    checks = {name: _passes(name, check) for name, check in CHECKS.items()}
    good = all(checks.values())
    status = HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE
    words = {name: "ok" if passed else "failed" for name, passed in checks.items()}
    return JsonResponse({"status": "ok" if good else "failed", "checks": words}, status=status)


def _passes(name: str, check: Callable[[], bool]) -> bool:
    """Return whether a check passes; the reason of a failure goes to the log only."""
    try:
        return check()
    except Exception:  # whatever is wrong, the answer is 'not ready'
        logger.exception("Health check %s failed", name)
        return False


def _database_answers() -> bool:
    """Return whether the database answers a query."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations_are_applied() -> bool:
    """Return whether the database has every migration of this code."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _cache_keeps() -> bool:
    """Return whether the cache gives back what was put in."""
    word = secrets.token_hex(8)
    caches["default"].set("health", word, 10)
    return caches["default"].get("health") == word


CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database_answers,
    "migrations": _migrations_are_applied,
    "cache": _cache_keeps,
}
