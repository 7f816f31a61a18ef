"""Which files a portrait shows, in whichever of its versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import DraftStateMixin, Page, ReferenceIndex

File = tuple[type[models.Model], str]


def versions_of(page: Any) -> Iterator[Any]:
    """Yield the page as it is, and as each of its revisions has it.

    What an earlier one showed lies among the public files as well.
    """
    yield page
    for revision in page.revisions.iterator(chunk_size=50):
        yield revision.as_object()


def files_of(page: Any) -> set[File]:
    """Return the model and key of every picture and document that the page showed or will."""
    return {
        (model, key) for version in versions_of(page) for _name, model, key in shown_in(version)
    }


def is_public(file: models.Model) -> bool:
    """Return whether anything that is public shows this picture or document."""
    return next(_showing(file), None) is not None


def shown_elsewhere(pages: Iterable[Page]) -> list[tuple[models.Model, list[models.Model]]]:
    """Return the files of these pages that other things show as well, each with those."""
    pages = list(pages)
    own = {(Page, page.pk) for page in pages}
    found = []
    for model, key in sorted(set().union(*map(files_of, pages)), key=str):
        file = model._default_manager.filter(pk=key).first()
        if file is None:
            continue
        others = {(type(one), one.pk): one for one in _showing(file)}
        if strangers := [one for name, one in others.items() if name not in own]:
            found.append((file, strangers))
    return found


def _showing(file: models.Model) -> Iterator[models.Model]:
    """Yield what is public and shows this picture or document: plain pages and records."""
    for reference in ReferenceIndex.get_references_to(file):
        model = ContentType.objects.get_for_id(reference.base_content_type_id).model_class()
        if model is None:
            continue
        records = model._default_manager.filter(pk=reference.object_id)
        yield from records.filter(live=True) if issubclass(model, DraftStateMixin) else records


def shown_in(page: Any) -> Iterator[tuple[str, type[models.Model], str]]:
    """Yield each picture and document that a page shows: the field, the model and the key."""
    kinds = (get_image_model(), get_document_model())
    for field in page._meta.get_fields():
        if field.concrete and field.related_model in kinds:
            key = field.value_from_object(page)
            if key is not None:
                yield field.name, field.related_model, str(key)
        elif hasattr(field, "extract_references"):
            for model, key, *_path in field.extract_references(field.value_from_object(page)):
                if model in kinds:
                    yield field.name, model, str(key)
