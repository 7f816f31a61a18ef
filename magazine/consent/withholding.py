"""Decides which files may not be served, and which may again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from core.sharing.address import share_picture_name
from magazine.consent.files import files_of, is_public, shown_in, versions_of
from magazine.consent.moving import finish_moving, purge
from magazine.models import WithheldFile


def withhold_files_of(pages: Iterable[Page]) -> None:
    """Serve the files of these pages no longer, once the transaction is committed.

    What something else that is public shows as well, goes when that no longer does.
    """
    pages = list(pages)
    for model, key in set().union(*(files_of(page) for page in pages)):
        file = model._default_manager.filter(pk=key).first()
        if file is not None:
            _withhold(file)
    names = {share_picture_name(version) for page in pages for version in versions_of(page)}
    transaction.on_commit(lambda: _forget_share_pictures(names), robust=True)
    transaction.on_commit(finish_moving, robust=True)


def restore_files_of(page: Page) -> None:
    """Serve the files of this page again, once the transaction is committed."""
    keys = files_of(page)
    rows = WithheldFile.objects.select_related("image", "document")
    wanted = [row.pk for row in rows if (type(row.original), str(row.original.pk)) in keys]
    if wanted:
        rows.filter(pk__in=wanted).update(goes_back=True)
        transaction.on_commit(finish_moving, robust=True)


def is_withheld(file: models.Model) -> bool:
    """Return whether this picture or document may not be served."""
    return WithheldFile.objects.filter(**_is(file)).exists() and not is_public(file)


def withheld_in(page: Page) -> Iterator[str]:
    """Yield the fields of a page, as it is now, that show what may not be served."""
    for name, model, key in shown_in(page):
        file = model._default_manager.filter(pk=key).first()
        if file is not None and is_withheld(file):
            yield name


def _withhold(file: models.Model) -> None:
    row, is_new = WithheldFile.objects.get_or_create(**_is(file))
    if row.goes_back and not is_new:
        # It was on its way back, and may have arrived.
        row.goes_back, row.moved_at = False, None
        row.save(update_fields=["goes_back", "moved_at"])


def _forget_share_pictures(names: set[str]) -> None:
    for name in names:
        default_storage.delete(name)
    purge([default_storage.url(name) for name in names])


def _is(file: models.Model) -> dict[str, Any]:
    """Return the condition by which the row of a picture or document is found."""
    kinds = {get_image_model(): "image", get_document_model(): "document"}
    return {kinds[type(file)]: file}
