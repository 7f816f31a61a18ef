"""Who sees which button. The rule does not lean on this: `guard` holds where a button slips by."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_permission_codename, get_user_model
from django.contrib.auth.models import Permission
from django.db import models
from django.db.models import Q

from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

TAKE_OFFLINE = "redactieraad.take_offline"
# That permission, as an action of a policy.
OFFLINE = "take_offline"


class GovernedPagePermissionTester(PagePermissionTester):
    """Publishing is nobody's; taking offline is Redactie's and Beheer's at any time."""

    def can_publish(self) -> bool:
        """Return False: only the redactieraad's decision publishes."""
        return False

    def can_publish_subpage(self) -> bool:
        """Return False: what stands below a governed page is governed too."""
        return False

    def can_unpublish(self) -> bool:
        """Return whether this person may take the page offline, locked or not."""
        return self.page.live and self.user.is_active and self.user.has_perm(TAKE_OFFLINE)

    def can_unschedule(self) -> bool:
        """Return whether this person may stop a planned publication."""
        return self.user.is_active and self.user.has_perm(TAKE_OFFLINE)

    def can_set_view_restrictions(self) -> bool:
        """Return whether this person may close the page to some readers."""
        return super().can_publish()


class ParentOfGovernedPagePermissionTester(PagePermissionTester):
    """A page that is not governed itself, with only governed pages below it."""

    def can_publish_subpage(self) -> bool:
        """Return False: what is made here needs the redactieraad."""
        return False


class GovernedRecordPermissionPolicy(ModelPermissionPolicy):
    """As any snippet, but publishing is nobody's; taking offline is an action of its own.

    Wagtail asks about single records, and about who may, through these three.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether this person may do this to some record."""
        if action == OFFLINE:
            return user.is_active and user.has_perm(TAKE_OFFLINE)
        return action != "publish" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether this person may do one of these to some record."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Any) -> models.QuerySet:
        """Return who may do one of these to some record."""
        others = set(actions) - {"publish", OFFLINE}
        app, codename = TAKE_OFFLINE.split(".")
        wanted = Q(content_type=self._content_type, codename__in=self._codenames(others))
        if OFFLINE in actions:
            wanted |= Q(content_type__app_label=app, codename=codename)
        may = Permission.objects.filter(wanted)
        who = Q(groups__permissions__in=may) | Q(user_permissions__in=may)
        if others or OFFLINE in actions:
            who |= Q(is_superuser=True)
        return get_user_model().objects.filter(who, is_active=True).distinct()

    def _codenames(self, actions: set[str]) -> set[str]:
        return {get_permission_codename(action, self.model._meta) for action in actions}


def register() -> None:
    """Give each governed snippet its policy, before Wagtail gives it the usual one."""
    from redactieraad.governed import Governed  # noqa: PLC0415 - it imports this module

    for model in apps.get_models():
        if issubclass(model, Governed) and not issubclass(model, Page):
            register_permission_policy(model, GovernedRecordPermissionPolicy(model))
