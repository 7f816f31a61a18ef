"""Hears of every change to what readers see, and forgets the pages that show it.

The receivers have no fixed sender and ask `is_shown` instead: a receiver for
`Page` would never hear of a subclass, and snippets are registered late.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver

from wagtail import hooks
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.signals import post_page_move
from wagtail.snippets.models import get_snippet_models

from core.pagecache.pages import State, state_of, touch_by_change, touch_by_delete, touch_by_move
from core.pagecache.references import index_references
from core.pagecache.registry import EVERYTHING, is_registered, register_showing
from core.pagecache.touched import Touched

Change = Callable[[Touched], None]

logger = logging.getLogger(__name__)

# What a save of a draft, a lock or a comment writes: nothing that a reader sees.
_BOOKKEEPING = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "go_live_at",
        "expire_at",
        "owner",
        COMMENTS_RELATION_NAME,
    }
)
_BEFORE = "_page_cache_before"

for _model in (Site, Locale, PageViewRestriction, BaseSiteSetting, BaseGenericSetting):
    register_showing(_model, lambda _instance: EVERYTHING)


@cache
def is_shown(model: type[Model]) -> bool:
    """Return whether a change to an instance of this model can change a page."""
    if model.__module__ == "__fake__":
        # A model as a migration knows it.
        return False
    # Snippets may be registered in `wagtail_hooks.py`, which Wagtail loads late.
    hooks.search_for_hooks()
    return (
        issubclass(model, Page)
        or model in {get_image_model(), get_document_model(), *get_snippet_models()}
        or is_registered(model)
    )


@receiver(pre_save)
def note_before(sender: type[Model], instance: Model, **save: Any) -> None:
    """Remember what readers could see before the save."""
    if _matters(sender, save):
        setattr(instance, _BEFORE, state_of(sender, instance.pk))


@receiver(post_save)
def forget_saved(sender: type[Model], instance: Model, **save: Any) -> None:
    """Forget what shows the instance, unless it neither was nor is live."""
    if not _matters(sender, save):
        return
    before: State | None = instance.__dict__.pop(_BEFORE, None)
    after = State.of(instance)
    if after.live or (before and before.live):
        when_committed(partial(_touch_by_save, instance, before, after))


@receiver(pre_delete)
def forget_deleted(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Forget what shows the instance; afterwards nobody knows who that was."""
    if is_shown(sender) and State.of(instance).live:
        touched = Touched()
        if isinstance(instance, Page):
            touch_by_delete(touched, instance)
        touched.add_showing(_specific(instance))
        transaction.on_commit(touched.forget, robust=True)


@receiver(post_page_move)
def forget_moved(
    instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    """Forget the pages whose lists lost, gained or reordered this page.

    New addresses below it are found by the save that is part of a move.
    """
    if instance.live:
        when_committed(
            partial(
                touch_by_move,
                page=instance,
                parents=[parent_page_before, parent_page_after],
            )
        )


def when_committed(change: Change) -> None:
    """Forget what the change touches once it is committed, and never if it is not."""
    # A page that was saved is saved: a cache server that fails is logged and no more.
    # A function with a name, because Django's log of such a failure asks for one.
    transaction.on_commit(lambda: _forget(change), robust=True)


def _forget(change: Change) -> None:
    touched = Touched()
    try:
        change(touched)
    except Exception:  # whatever a feature's function did, no reader may see the old page
        logger.exception("Could not tell which pages a change touches; all are forgotten")
        touched.add_everything()
    touched.forget()


def _touch_by_save(instance: Model, before: State | None, after: State, touched: Touched) -> None:
    if instance.pk is None:
        # Deleted later in the same transaction, which touched all this as well.
        return
    shown = _specific(instance)
    index_references(shown)
    if isinstance(shown, Page):
        touch_by_change(touched, shown, before, after)
    touched.add_showing(shown)


def _specific(instance: Model) -> Model:
    """Return a page as its own type, as which features know it."""
    return instance.specific if isinstance(instance, Page) else instance


def _matters(sender: type[Model], save: dict[str, Any]) -> bool:
    """Return whether this save can change what readers see."""
    fields = save["update_fields"]
    is_bookkeeping = fields is not None and _BOOKKEEPING.issuperset(fields)
    return is_shown(sender) and not save["raw"] and not is_bookkeeping
