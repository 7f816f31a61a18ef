"""Hears when something in a printed edition may have changed."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from magazine.models import Consent, EditionPage, StoryPage
from magazine.print.keeping import editions_with, mark_due


def connect() -> None:
    """Listen from now on."""
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed, dispatch_uid="magazine.print")
    post_save.connect(_consent_changed, Consent, dispatch_uid="magazine.print")


def _page_changed(instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, EditionPage):
        mark_due([instance.pk])
    elif isinstance(instance, StoryPage):
        mark_due(editions_with([instance]))


def _consent_changed(instance: Consent, **_kwargs: Any) -> None:
    mark_due(editions_with(instance.portraits.all()))
