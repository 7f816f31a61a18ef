"""Where uploads are kept that nobody may fetch by their address."""

from __future__ import annotations

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Return the storage of private files; a view of ours hands them to who may have them.

    A function, so that migrations do not write down where that is.
    """
    return storages["private"]
