"""Where finished pages are kept, and how they are forgotten.

Nothing is ever searched or deleted. Each path has a token, and so has
everything together; an entry is good as long as it carries the tokens of the
moment. To forget is to change a token. That makes forgetting exact for every
host, parameter and encoding of a path, and it closes the race between a change
and a page that is being rendered: the page is kept under the tokens from before
it was rendered, so a change in between makes it stale from the start.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import caches

from wagtail.models import Site

from core.pagecache.journal import EVERYTHING, journal_at

Headers = list[tuple[str, str]]

_EVERYTHING_KEY = "everything"
# What is still to be forgotten, because the cache's server could not be reached.
_owed: set[str] = set()


class Address(NamedTuple):
    """What is asked for: the token's key of its path, and the key of its own entry."""

    path_key: str
    entry_key: str


class Tokens(NamedTuple):
    """The tokens at one moment; none for a path that was never kept or forgotten."""

    everything: str
    path: str | None


class Kept(NamedTuple):
    """One page in one encoding, ready to send, with the tokens it is good for."""

    tokens: tuple[str, str]
    etag: str
    headers: Headers
    body: bytes


@lru_cache(maxsize=4096)
def address(scheme: str, host: str, path: str, query: str) -> Address:
    """Return the keys for an address whose parts are normalised."""
    return Address(_path_key(path), f"entry:{_digest(scheme, host, path, query)}")


def find(at: Address, encoding: str) -> tuple[Tokens, Kept | None]:
    """Return the tokens of this moment, and the page if it is kept and still good."""
    _hear_others()
    entry_key = f"{at.entry_key}:{encoding}"
    found = caches["pages"].get_many([_EVERYTHING_KEY, at.path_key, entry_key])
    tokens = Tokens(_everything(found), found.get(at.path_key))
    kept = found.get(entry_key)
    return tokens, kept if kept is not None and kept.tokens == tokens else None


def keep(at: Address, since: Tokens, forms: dict[str, Kept], seconds: int) -> None:
    """Keep a page in its encodings, unless something changed since `since`.

    The `tokens` of the forms are filled in here.
    """
    path = since.path or _token()
    if since.path is None and not caches["pages"].add(at.path_key, path):
        # Somebody kept or forgot this path in the meantime.
        return
    entries = {
        f"{at.entry_key}:{encoding}": kept._replace(tokens=(since.everything, path))
        for encoding, kept in forms.items()
    }
    caches["pages"].set_many(entries, seconds)


def find_value(name: str, path: str | None) -> tuple[Tokens, tuple[Any] | None]:
    """Return the tokens of this moment, and what is kept under a name if still good.

    Args:
        name: what it is.
        path: the path of the page that it belongs to, or None if all pages share it.

    """
    _hear_others()
    key = _value_key(name, path)
    path_key = _path_key(path) if path else None
    found = caches["pages"].get_many([_EVERYTHING_KEY, key, *([path_key] if path_key else [])])
    tokens = Tokens(_everything(found), found.get(path_key))
    kept_since, *kept = found.get(key, (None,))
    # A tuple of one, so that a kept `None` is told from nothing.
    return tokens, tuple(kept) if kept_since == tokens else None


def keep_value(name: str, path: str | None, since: Tokens, value: object) -> None:
    """Keep a value until its page is forgotten, unless that happened since `since`."""
    caches["pages"].set(_value_key(name, path), (since, value))


def forget(paths: Iterable[str]) -> None:
    """Forget these paths, in every process."""
    _forget_and_tell(list(paths))


def forget_everything() -> None:
    """Forget all pages, in every process."""
    _forget_and_tell([EVERYTHING])


def _forget_and_tell(entries: list[str]) -> None:
    try:
        _forget_here(entries)
    except Exception:
        _owed.add(EVERYTHING)
        raise
    if entries and settings.PAGE_CACHE_JOURNAL:
        journal_at(settings.PAGE_CACHE_JOURNAL).write(entries)


def _hear_others() -> None:
    """Forget what other processes on this machine forgot, and what could not be forgotten."""
    if _owed:
        _forget_here(list(_owed))
        _owed.clear()
    if settings.PAGE_CACHE_JOURNAL:
        journal_at(settings.PAGE_CACHE_JOURNAL).read(_forget_here)


def _forget_here(entries: list[str]) -> None:
    """Change the tokens in this process's cache."""
    keys = [_EVERYTHING_KEY if entry == EVERYTHING else _path_key(entry) for entry in entries]
    if _EVERYTHING_KEY in keys:
        # Wagtail keeps these in the cache too, and clears them in its own process only.
        Site.clear_site_root_paths_cache()
    caches["pages"].set_many({key: _token() for key in keys})


def _everything(found: dict[str, Any]) -> str:
    """Return the token of everything, made where there is none yet."""
    return str(found.get(_EVERYTHING_KEY) or caches["pages"].get_or_set(_EVERYTHING_KEY, _token))


def _token() -> str:
    return secrets.token_hex(8)


def _path_key(path: str) -> str:
    return f"path:{_digest(path)}"


def _value_key(name: str, path: str | None) -> str:
    return f"value:{_digest(path or '', name)}"


def _digest(*parts: str) -> str:
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=16).hexdigest()
