"""Adds pages by the thousand, past the models, as a backup is restored.

Every page gets its decision and its entry in the register, so that verifying the register is
measured too.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any


def add_pages(
    parent: Any,
    size: int,
    make: Callable[[int, dict[str, Any]], Any],
    tie: Callable[[list[Any]], None] = lambda _pages: None,
) -> list[Any]:
    """Add pages of one type below a page, in one transaction.

    Args:
        parent: the page above them.
        size: how many.
        make: returns a page, given its number from 0 and what the tree says of it.
        tie: ties the pages to what is approved with them.

    """
    from django.db import connection, transaction

    from wagtail.models import Page

    parent.refresh_from_db()
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    pages = [make(number, _in_the_tree(parent, step + number)) for number in range(size)]
    for page in pages:
        page.url_path = f"{parent.url_path}{page.slug}/"
    with transaction.atomic():
        Page._base_manager.bulk_create([_page_row(page) for page in pages])
        ids = dict(
            Page.objects.filter(path__in=[page.path for page in pages]).values_list("path", "pk")
        )
        for page in pages:
            page.page_ptr_id = page.pk = ids[page.path]
        model = type(pages[0])
        fields = model._meta.local_concrete_fields
        # Django makes no children of another table in bulk; this is what it does for one.
        model._base_manager.none()._insert(pages, fields=fields, using=connection.alias)
        Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + size)
        tie(pages)
        _approve(pages)
    return pages


def _in_the_tree(parent: Any, step: int) -> dict[str, Any]:
    from wagtail.models import Page

    return {
        "path": Page._get_path(parent.path, parent.depth + 1, step),
        "depth": parent.depth + 1,
        "locale": parent.locale,
        "translation_key": uuid.uuid4(),
        "live": True,
    }


def _page_row(page: Any) -> Any:
    from django.contrib.contenttypes.models import ContentType

    from wagtail.models import Page

    page.draft_title = page.title
    page.content_type = ContentType.objects.get_for_model(type(page))
    page.last_published_at = page.first_published_at
    values = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
    return Page(**(values | {"id": None}))


def _approve(pages: list[Any]) -> None:
    """Write the decision and the entry of each page."""
    from django.contrib.contenttypes.models import ContentType

    from wagtail.models import Page

    from redactieraad.fingerprint import fingerprint
    from redactieraad.models import Decision, Entry, RegisterHead
    from redactieraad.register.entries import hash_of

    head, _created = RegisterHead.objects.get_or_create(pk=1)
    base = ContentType.objects.get_for_model(Page)
    entries, decisions = [], []
    for page in pages:
        said = fingerprint(page)
        common = {"object_id": str(page.pk), "fingerprint": said}
        common |= {"language": page.locale.language_code, "approvals": 3, "experts": 2}
        decisions.append(Decision(content_type=base, **common))
        entry = Entry(
            number=head.number + 1,
            kind=Entry.Kind.PUBLISHED,
            happened_at=page.first_published_at,
            model=page._meta.label_lower,
            translation_key=str(page.translation_key),
            previous_hash=head.entry_hash,
            **common,
        )
        entry.entry_hash = hash_of(entry)
        entries.append(entry)
        head.number, head.entry_hash = entry.number, entry.entry_hash
    Decision.objects.bulk_create(decisions)
    Entry.objects.bulk_create(entries)
    head.save()
