"""The admin before the launch: reports on a campaign are there for who may know of them.

Wagtail asks one policy about all pages: for the tree, search, history, reports and dashboards.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from challenge.embargo import is_withheld_from, may_know, withheld_pages
from core.page_policy import extend_page_policy


class EmbargoedPagePolicy(PagePermissionPolicy):
    """What others say, without the reports that somebody may not know of yet."""

    def explorable_instances(self, user: Any) -> QuerySet:
        """Return the pages that this person comes across."""
        return without_withheld(super().explorable_instances(user), user)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Collection[str]
    ) -> QuerySet:
        """Return the pages to which this person may do one of these."""
        pages = super().instances_user_has_any_permission_for(user, actions)
        return without_withheld(pages, user)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Collection[str], instance: Page
    ) -> bool:
        """Return whether this person may do one of these to this page."""
        if is_withheld_from(user, instance):
            return False
        return super().user_has_any_permission_for_instance(user, actions, instance)


def without_withheld(pages: QuerySet, user: Any) -> QuerySet:
    """Return these pages without those that this person may not know of."""
    return pages if may_know(user) else pages.exclude(pk__in=withheld_pages().values("pk"))


def register() -> None:
    """Ask this policy about every page from now on."""
    extend_page_policy(EmbargoedPagePolicy)
