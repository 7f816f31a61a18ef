"""Moves files out of what is served, and back.

A web server or an object store serves pictures without asking us, so the files themselves
have to go. The originals move to the private storage; their finished versions, which can be
made again, are deleted. Stopped half-way, each can be done again from the start.
"""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from wagtail.contrib.frontend_cache.utils import PurgeBatch

from core.storages import private_storage
from magazine.consent.files import is_public
from magazine.models import WithheldFile

FOLDER = "magazine/withheld"
logger = logging.getLogger(__name__)


def finish_moving() -> None:
    """Move every file that is not yet where it has to be, and that nothing else shows."""
    rows = WithheldFile.objects.select_related("image", "document")
    for row in rows.filter(moved_at=None, goes_back=False):
        if not is_public(row.original):
            _try(_move_out, row)
    for row in rows.filter(goes_back=True):
        _try(_move_back, row)


def forget_copy(row: WithheldFile) -> None:
    """Delete the private copy: the file is back, or was deleted by an editor."""
    if row.kept_as:
        private_storage().delete(row.kept_as)


def purge(addresses: list[str]) -> None:
    """Tell the caches in front of the site to forget these files."""
    if settings.WAGTAILFRONTENDCACHE:
        batch = PurgeBatch()
        batch.add_urls(urljoin(settings.WAGTAILADMIN_BASE_URL, one) for one in addresses)
        batch.purge()


def _try(move: Any, row: WithheldFile) -> None:
    try:
        move(row)
    except Exception:  # whatever a store raises: the other files are not to suffer from it
        logger.exception("Withheld file %s could not be moved; the clock tries again", row.pk)


def _move_out(row: WithheldFile) -> None:
    """First a copy, then its name, and only then away with what is public."""
    original = row.original
    name = original.file.name
    addresses = [original.file.url] if row.image else [original.url]
    if not row.kept_as and default_storage.exists(name):
        with default_storage.open(name) as file:
            row.kept_as = private_storage().save(f"{FOLDER}/{name}", file)
        row.save(update_fields=["kept_as"])
    if row.image:
        for rendition in row.image.renditions.all():
            addresses.append(rendition.file.url)
            default_storage.delete(rendition.file.name)
            rendition.delete()
    if row.kept_as:
        default_storage.delete(name)
    row.moved_at = timezone.now()
    row.save(update_fields=["moved_at"])
    purge(addresses)


def _move_back(row: WithheldFile) -> None:
    original = row.original
    if row.kept_as and not _is_back(original):
        with private_storage().open(row.kept_as) as file:
            name = default_storage.save(original.file.name, file)
        if name != original.file.name:
            original.file.name = name
            original.save(update_fields=["file"])
    # The private copy goes with the row: see `signals`.
    row.delete()


def _is_back(original: Any) -> bool:
    """Return whether an earlier attempt brought the file back already.

    Under its name may also lie what somebody uploaded since.
    """
    name = original.file.name
    others = type(original)._default_manager.filter(file=name).exclude(pk=original.pk)
    return default_storage.exists(name) and not others.exists()
