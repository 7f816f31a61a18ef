"""Where uploads are kept that nobody may fetch by their address."""

from __future__ import annotations

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

from core.vault import Vault


def private_storage() -> Storage:
    """Return the storage of private files; a view of ours hands them to who may have them.

    A function, so that migrations do not write down where that is.
    """
    return storages["private"]


class LockedStorage(Storage):
    """Private files that are also unreadable to who gets hold of the disk or a backup.

    Each is locked and unlocked as a whole, in memory: for scans and voice notes, not films.
    """

    def __init__(self, purpose: str) -> None:
        """Take the purpose, which decides about the key."""
        self._vault = Vault(purpose)

    def _open(self, name: str, mode: str = "rb") -> File:
        with private_storage().open(name) as locked:
            return ContentFile(self._vault.unlock(locked.read()), name=name)

    def _save(self, name: str, content: File) -> str:
        content.seek(0)
        return private_storage().save(name, ContentFile(self._vault.lock(content.read())))

    def delete(self, name: str) -> None:
        """Remove the file, if it is there."""
        private_storage().delete(name)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""
        return private_storage().exists(name)
