"""Makes the PDF of an edition once for each state of its content, and keeps it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils import timezone

from magazine.models import EditionItem, EditionPage, StoryPage
from magazine.models.printed import PrintedEdition
from magazine.print.content import Publication, publication_of
from magazine.print.typesetting import CannotTypesetError, typeset

logger = logging.getLogger(__name__)

# A worker that was asked and did not deliver within this time is asked again.
PATIENCE = timedelta(minutes=5)
# How long a change of what is only referred to (a figure, a maker's name) may go unseen.
FRESH_SECONDS = 300


def make(edition: EditionPage) -> None:
    """Make the PDF of a live edition, unless there is one of exactly this content."""
    printed, _is_new = PrintedEdition.objects.get_or_create(edition=edition)
    PrintedEdition.objects.filter(pk=printed.pk).update(is_due=False)
    publication = publication_of(edition)
    fingerprint = publication.fingerprint
    if is_of(printed, fingerprint) or printed.failed_fingerprint == fingerprint:
        return
    try:
        pdf = typeset(publication.data, publication.gathering.files())
    except CannotTypesetError:
        logger.exception("Edition %s could not be typeset", edition.pk)
        PrintedEdition.objects.filter(pk=printed.pk).update(failed_fingerprint=fingerprint)
        return
    _keep(printed, fingerprint, pdf)


def forget(edition: EditionPage) -> None:
    """Delete the PDF of an edition that is offline."""
    for printed in PrintedEdition.objects.filter(edition=edition):
        printed.file.delete(save=False)
        printed.delete()


def is_of(printed: PrintedEdition, fingerprint: str) -> bool:
    """Return whether this PDF was made of this content, and is still there."""
    return (
        bool(printed.file)
        and printed.fingerprint == fingerprint
        and printed.file.storage.exists(str(printed.file.name))
    )


def found(edition: EditionPage, publication: Publication) -> PrintedEdition | None:
    """Return the PDF of an edition as it is now, if it was made."""
    printed = PrintedEdition.objects.filter(edition=edition).first()
    if printed is None or not is_of(printed, publication.fingerprint):
        return None
    cache.set(_freshness(printed), 1, FRESH_SECONDS)
    return printed


def fresh(edition: EditionPage) -> PrintedEdition | None:
    """Return the PDF without looking through its content, if somebody just did.

    Not where a text was published or taken offline, or a consent changed, since.
    """
    printed = PrintedEdition.objects.filter(edition=edition, is_due=False).first()
    if printed is None or not is_of(printed, printed.fingerprint):
        return None
    return printed if cache.get(_freshness(printed)) else None


def _freshness(printed: PrintedEdition) -> str:
    return f"print-{printed.pk}-{printed.fingerprint}"


def ask_for(edition: EditionPage) -> bool:
    """Return whether it is time to have the PDF made: nobody asked for it just now."""
    printed, _is_new = PrintedEdition.objects.get_or_create(edition=edition)
    now = timezone.now()
    free = Q(asked_at=None) | Q(asked_at__lt=now - PATIENCE)
    mine = PrintedEdition.objects.filter(free, pk=printed.pk).update(asked_at=now)
    return bool(mine)


def mark_due(editions: Iterable[int]) -> None:
    """Have the clock look at the PDFs of these editions."""
    for pk in set(editions):
        PrintedEdition.objects.update_or_create(edition_id=pk, defaults={"is_due": True})


def editions_with(stories: Iterable[Any]) -> set[int]:
    """Return the ids of the editions, in every language, that hold one of these stories."""
    keys = StoryPage.objects.filter(pk__in=[story.pk for story in stories])
    items = EditionItem.objects.filter(story__translation_key__in=keys.values("translation_key"))
    return set(items.values_list("edition_id", flat=True))


def _keep(printed: PrintedEdition, fingerprint: str, pdf: bytes) -> None:
    old = printed.file.name
    printed.fingerprint, printed.failed_fingerprint = fingerprint, ""
    printed.asked_at, printed.is_due = None, False
    printed.file.save("edition.pdf", ContentFile(pdf), save=False)
    printed.save()
    if old and old != printed.file.name:
        printed.file.storage.delete(old)
