"""The admin for partners: the pages of the places that they tend, and nothing else.

Wagtail gives rights on pages to groups. Here a tending counts as the right to change one page:
read in one query with each request, whatever the number of partners.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet

from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.page_policy import extend_page_policy
from redactieraad.permissions import GovernedPagePermissionTester
from warmtebronnen.models.tending import Tending

CHANGE = "change"


class TendedPagePolicy(PagePermissionPolicy):
    """What groups may do, and that who tends a place may change its page."""

    def get_all_permissions_for_user(self, user: Any) -> list[GroupPagePermission]:
        """Return the rights of somebody's groups, and one for each place that they tend."""
        rights = list(super().get_all_permissions_for_user(user))
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return rights
        change = Permission(codename="change_page")
        pages = Page.objects.filter(warmtebronpage__tendings__user=user.pk)
        return rights + [GroupPagePermission(page=page, permission=change) for page in pages]

    def users_with_any_permission(
        self,
        actions: Collection[str],
        include_superusers: bool = True,  # noqa: FBT001, FBT002
    ) -> QuerySet:
        """Return who may do one of these on some page."""
        found = super().users_with_any_permission(actions, include_superusers)
        tenders = Q(pk__in=Tending.objects.values("user"), is_active=True)
        return _with(found, tenders) if CHANGE in actions else found

    def users_with_any_permission_for_instance(
        self,
        actions: Collection[str],
        instance: Page,
        include_superusers: bool = True,  # noqa: FBT001, FBT002
    ) -> QuerySet:
        """Return who may do one of these on this page."""
        found = super().users_with_any_permission_for_instance(
            actions, instance, include_superusers
        )
        mine = Tending.objects.filter(place=instance.pk).values("user")
        return _with(found, Q(pk__in=mine, is_active=True)) if CHANGE in actions else found


class PlacePermissionTester(GovernedPagePermissionTester):
    """As any governed page, but who only tends the place deletes, moves and copies nothing."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:  # noqa: FBT001, FBT002
        """Return whether this person may delete the page; moving it asks this too."""
        return not self._only_tends() and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        """Return whether this person may copy the page."""
        return not self._only_tends() and super().can_copy()

    def _only_tends(self) -> bool:
        """Return whether no group of theirs gives this person a right on the page."""
        if self.user.is_superuser:
            return False
        rights = self.permission_policy.get_cached_permissions_for_user(self.user)
        here = [one for one in rights if self.page.path.startswith(one.page.path)]
        return not any(one.group_id for one in here)


def register() -> None:
    """Ask this policy about every page from now on."""
    extend_page_policy(TendedPagePolicy)


def _with(found: QuerySet, more: Q) -> QuerySet:
    model = get_user_model()
    return model._default_manager.filter(Q(pk__in=found.values("pk")) | more).distinct()
