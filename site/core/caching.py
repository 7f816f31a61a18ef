"""A shared cache that can be lost: without it the site is slower, not down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from redis.exceptions import RedisError

from django.core.cache.backends.redis import RedisCache, RedisCacheClient

from core.pagecache.failures import log_failure

T = TypeVar("T")


class _ForgivingClient(RedisCacheClient):
    """Knows nothing and keeps nothing while its server cannot be reached."""

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        """Return whether the value was added: as if, when nobody can know."""
        return _try(lambda: super(_ForgivingClient, self).add(key, value, timeout), otherwise=True)

    def get(self, key: Any, default: Any) -> Any:
        """Return the value, or the default."""
        return _try(lambda: super(_ForgivingClient, self).get(key, default), otherwise=default)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        """Keep a value."""
        _try(lambda: super(_ForgivingClient, self).set(key, value, timeout), otherwise=None)

    def touch(self, key: Any, timeout: Any) -> bool:
        """Return whether the value will be kept longer."""
        return _try(lambda: super(_ForgivingClient, self).touch(key, timeout), otherwise=False)

    def delete(self, key: Any) -> bool:
        """Return whether there was a value to delete."""
        return _try(lambda: super(_ForgivingClient, self).delete(key), otherwise=False)

    def get_many(self, keys: Any) -> Any:
        """Return the values that are there."""
        nothing: Any = {}
        return _try(lambda: super(_ForgivingClient, self).get_many(keys), otherwise=nothing)

    def has_key(self, key: Any) -> bool:
        """Return whether there is a value."""
        return _try(lambda: super(_ForgivingClient, self).has_key(key), otherwise=False)

    def set_many(self, data: Any, timeout: Any) -> None:
        """Keep values."""
        _try(lambda: super(_ForgivingClient, self).set_many(data, timeout), otherwise=None)

    def delete_many(self, keys: Any) -> None:
        """Delete values."""
        _try(lambda: super(_ForgivingClient, self).delete_many(keys), otherwise=None)


class ForgivingRedisCache(RedisCache):
    """Django's own, for values that can be made again.

    Not for pages: who cannot reach their cache must know, or a page that should
    have been forgotten would be shown once the server is back.
    """

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        """Use the client that forgives."""
        super().__init__(server, params)
        self._class = _ForgivingClient


def _try(ask: Callable[[], T], *, otherwise: T) -> T:
    try:
        return ask()
    except RedisError:
        log_failure("The shared cache does not answer")
        return otherwise
