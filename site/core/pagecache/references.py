"""Which pages show something, by Wagtail's reference index and by what features registered.

The index holds links in rich text, choosers in blocks, foreign keys and inline
records, so no feature has to say what its pages are made of.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex, TranslatableMixin

from core.pagecache.registry import Shown, showings_of

# The model and key of a record.
Seen = set[tuple[type[Model], str]]


def showing(instance: Model) -> Iterator[Shown]:
    """Yield what shows this instance: pages, in one or more querysets, or everything."""
    seen: Seen = set()
    yield from _showing(instance, seen)
    if isinstance(instance, TranslatableMixin):
        # A link goes to the translation in the reader's language, so a page that
        # refers to another translation may show this one.
        for other in instance.get_translations():
            for shown in _showing(other, seen):
                if isinstance(shown, QuerySet):
                    yield shown.filter(locale_id=instance.locale_id)
    if isinstance(instance, AbstractImage):
        yield from _showing_card_with(instance)


def index_references(instance: Model) -> None:
    """Bring the index up to date with this instance.

    Wagtail leaves that to a task, which may run after the next change to
    something that this instance refers to.
    """
    if ReferenceIndex.is_indexed(type(instance)):
        ReferenceIndex.create_or_update_for_object(instance)


def _showing(instance: Model, seen: Seen) -> Iterator[Shown]:
    """Yield what shows the instance by itself or through records that refer to it.

    A fact is shown where it stands in a text; the photo of a person is shown
    where the person is.
    """
    yield from showings_of(instance)
    pages = set()
    for record_type, key in _referring(instance):
        if record_type is Page:
            pages.add(int(key))
        elif (record_type, key) not in seen:
            seen.add((record_type, key))
            for record in record_type._default_manager.filter(pk=key):
                yield from _showing(record, seen)
    yield Page.objects.filter(pk__in=pages)


def _referring(instance: Model) -> Iterator[tuple[type[Model], str]]:
    """Yield the model and key of all that refers to the instance."""
    references = ReferenceIndex.get_references_to(instance)
    for content_type, key in references.values_list("base_content_type_id", "object_id").distinct():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            yield model, key


def _showing_card_with(image: AbstractImage) -> Iterator[Shown]:
    """Yield what shows a card of a page that has this picture as its own.

    Those are the pages above and the pages that refer to it. A picture in a
    page's text (with a dot in its place) is not on its card.
    """
    owners = (
        ReferenceIndex.get_references_to(image)
        .filter(base_content_type=ContentType.objects.get_for_model(Page))
        .exclude(model_path__contains=".")
        .values_list("object_id", flat=True)
    )
    for page in Page.objects.filter(pk__in=[int(key) for key in owners]):
        yield page.get_ancestors().filter(depth=page.depth - 1)
        yield from _showing(page, set())
