"""Keeps a file between showing what becomes of its rows and carrying that out: locked, a day."""

from __future__ import annotations

import datetime as dt
import re
import secrets

from django.core.files.base import ContentFile
from django.utils import timezone

from core.storages import LockedStorage, private_storage

FOLDER = "imports"
KEPT = dt.timedelta(days=1)
_TOKEN = re.compile(r"[0-9a-f]{32}")


def put(content: bytes) -> str:
    """Keep a file; return the name to find it by."""
    token = secrets.token_hex(16)
    _shelf().save(f"{FOLDER}/{token}", ContentFile(content))
    return token


def take(token: str) -> bytes | None:
    """Return a file that was kept, if it still is."""
    name = f"{FOLDER}/{token}"
    if not _TOKEN.fullmatch(token) or not _shelf().exists(name):
        return None
    with _shelf().open(name) as file:
        return file.read()


def drop(token: str) -> None:
    """Forget a file."""
    if _TOKEN.fullmatch(token):
        _shelf().delete(f"{FOLDER}/{token}")


def forget_old() -> None:
    """Forget the files that nobody came back for."""
    storage = private_storage()
    if not storage.exists(FOLDER):
        return
    _folders, names = storage.listdir(FOLDER)
    for name in names:
        if timezone.now() - storage.get_modified_time(f"{FOLDER}/{name}") > KEPT:
            drop(name)


def _shelf() -> LockedStorage:
    return LockedStorage("tables to import")
