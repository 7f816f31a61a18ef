"""When the groups are brought up to date: after migrating, and when their pages appear."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group
from django.db import connections
from django.db.models.signals import post_migrate, post_save

from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from accounts.groups import EVERYWHERE, GROUPS, HOME_DEPTH, TRANSLATIONS, give_pages_to_all, sync

_PAGE_TYPES = {
    where.lower()
    for rules in GROUPS.values()
    for where, _codenames in rules.pages
    if where not in {EVERYWHERE, TRANSLATIONS}
}


def connect() -> None:
    """Listen from now on."""
    post_migrate.connect(_after_migrating, dispatch_uid="accounts.groups.sync")
    post_save.connect(_after_new_page, dispatch_uid="accounts.groups.pages")


def _after_migrating(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Bring the groups up to date once, when every app has its permissions."""
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender == last and _is_migrated(using):
        sync()


def _is_migrated(using: str) -> bool:
    """Return whether what a group may work on is there: one app may be migrated alone."""
    tables = set(connections[using].introspection.table_names())
    needed = (Group, GroupCollectionPermission, GroupPagePermission, Page)
    return {model._meta.db_table for model in needed} <= tables


def _after_new_page(sender: type, instance: Any, *, created: bool, **kwargs: Any) -> None:
    """Open a new home page or section to the groups that work there."""
    if not created or not isinstance(instance, Page):
        return
    is_home = instance.depth == HOME_DEPTH
    if is_home or instance._meta.label_lower in _PAGE_TYPES:
        give_pages_to_all()
