"""How processes that each cache in their own memory hear of each other's changes.

Every process on a machine appends what it forgets to one small file and looks
before each answer whether the file changed, which costs one `stat`. With a shared
cache (`CACHE_URL`) there is no file: all processes forget in the same place.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BufferedRandom
from pathlib import Path
from threading import Lock
from urllib.parse import quote, unquote

EVERYTHING = "*"
# Beyond this size the file starts anew, and everybody forgets everything once.
LIMIT = 1_000_000


class Journal:
    """The file, and how far this process has read it."""

    def __init__(self, path: Path) -> None:
        """Start at the end: a new process has cached nothing that could be stale."""
        self._path = path
        self._lock = Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._locked_file() as file:
            self._run = _run_of(file)
            self._offset = file.seek(0, os.SEEK_END)
        self._seen = self._stamp()

    def write(self, entries: Iterable[str]) -> None:
        """Tell every process to forget these paths, or `EVERYTHING`."""
        lines = "".join(f"{quote(entry, safe='/*')}\n" for entry in entries)
        with self._locked_file() as file:
            if file.seek(0, os.SEEK_END) > LIMIT:
                file.truncate(0)
            _run_of(file)
            file.seek(0, os.SEEK_END)
            file.write(lines.encode())

    def read(self, forget: Callable[[list[str]], None]) -> None:
        """Give `forget` what was written since the last time, by any process.

        What was seen counts as seen only after it was forgotten: no other thread
        may answer in between from what is about to go.
        """
        if self._stamp() == self._seen:
            return
        with self._lock:
            stamp = self._stamp()
            with self._locked_file() as file:
                run, size = _run_of(file), file.seek(0, os.SEEK_END)
                entries = self._unread(file) if run == self._run else [EVERYTHING]
            forget(entries)
            self._run, self._offset, self._seen = run, size, stamp

    def _unread(self, file: BufferedRandom) -> list[str]:
        """Return the entries after the last one that was read."""
        file.seek(self._offset)
        return [unquote(line) for line in file.read().decode().splitlines()]

    def _stamp(self) -> tuple[int, int]:
        """Return what differs after every write; a file that went missing differs too."""
        try:
            status = os.stat(self._path)  # noqa: PTH116 - on the way of every answer
        except OSError:
            return (0, 0)
        return (status.st_mtime_ns, status.st_size)

    def _locked_file(self) -> BufferedRandom:
        """Return the file to read and write; nobody else has it until it is closed."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(handle, fcntl.LOCK_EX)
        return os.fdopen(handle, "r+b")


def _run_of(file: BufferedRandom) -> str:
    """Return the name in the first line, new for each time that the file starts anew."""
    file.seek(0)
    name = file.readline().decode().strip()
    if not name:
        name = secrets.token_hex(8)
        file.write(f"{name}\n".encode())
        file.flush()
    return name


@lru_cache(maxsize=8)
def journal_at(path: Path) -> Journal:
    """Return this process's reader and writer of the journal at `path`."""
    return Journal(path)
