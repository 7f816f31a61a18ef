"""Which pages show a record without naming it, for the page cache."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from wagtail.models import Page, ReferenceIndex

from core.pagecache.registry import register_showing
from projects.models import Fact, FactsPage, ProgrammeLine, ProjectIndexPage, Quote


def register() -> None:
    """Say where all facts and all programme lines are listed, and where a quote may stand."""
    register_showing(Quote, _quoting)
    register_showing(Fact, lambda _fact: FactsPage.objects.live())
    register_showing(ProgrammeLine, lambda _line: ProjectIndexPage.objects.live())


def _quoting(quote: Quote) -> QuerySet[Page]:
    """Return the pages that refer to a version of this quote, and may show any other one."""
    versions = Quote.objects.filter(translation_key=quote.translation_key)
    keys = [str(pk) for pk in versions.values_list("pk", flat=True)]
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Quote),
        to_object_id__in=keys,
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return Page.objects.filter(
        pk__in=[int(key) for key in references.values_list("object_id", flat=True)]
    )
