"""Which pages refer to something, by Wagtail's reference index.

The index holds links in rich text, choosers in blocks, foreign keys and inline
records, so no feature has to say what its pages are made of.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex


def pages_referring_to(instance: Model) -> QuerySet[Page]:
    """Return the pages that show something of this instance, through records as well.

    A fact is shown where it stands in a text; a picture of a person is shown
    where the person is. A picture that is a page's own (not one in its text) is
    also on that page's cards: above it in the tree, and where it is linked to.
    """
    pages: set[int] = set()
    carded: set[int] = set()
    _follow(instance, pages, carded, seen=set())
    for page in Page.objects.filter(pk__in=carded):
        if parent := page.get_parent():
            pages.add(parent.pk)
        _follow(page, pages, set(), seen=set())
    return Page.objects.filter(pk__in=pages)


def index_references(instance: Model) -> None:
    """Bring the index up to date with this instance.

    Wagtail leaves that to a task, which may run after the next change to
    something that this instance refers to.
    """
    if ReferenceIndex.is_indexed(type(instance)):
        ReferenceIndex.create_or_update_for_object(instance)


def _follow(instance: Model, pages: set[int], carded: set[int], seen: set[tuple[int, str]]) -> None:
    """Collect the pages that refer to the instance, or to records that do."""
    page_type = ContentType.objects.get_for_model(Page, for_concrete_model=False).pk
    references = ReferenceIndex.get_references_to(instance).values_list(
        "base_content_type_id", "object_id", "model_path"
    )
    for content_type, pk, model_path in references:
        if content_type == page_type:
            pages.add(int(pk))
            if isinstance(instance, AbstractImage) and "." not in model_path:
                carded.add(int(pk))
        elif (content_type, pk) not in seen:
            seen.add((content_type, pk))
            model = ContentType.objects.get_for_id(content_type).model_class()
            found = model.objects.filter(pk=pk).first() if model else None
            if found:
                _follow(found, pages, carded, seen)
