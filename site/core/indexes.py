"""Indexes on tables of Wagtail's, for what every page of this site asks.

Made after each migration and not by one: a later migration of Wagtail's may make its
table anew on SQLite, without what it does not know of.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.models.signals import post_migrate

# The sections of the menu are found without looking at each page of the tree.
SECTIONS = (
    "CREATE INDEX IF NOT EXISTS core_page_sections ON wagtailcore_page (depth, show_in_menus)"
)


def connect(sender: Any) -> None:
    """Make the indexes after every migration."""
    post_migrate.connect(_make, sender, dispatch_uid="core.indexes")


def _make(using: str, **_kwargs: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(SECTIONS)
