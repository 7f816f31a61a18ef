"""Who may do what with reports and partners in the admin, beside the groups' permissions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from warmtebronnen.models import Report, Tending


class RowPolicy(ModelPermissionPolicy):
    """As any record, but some things nobody does, an administrator neither."""

    def __init__(self, model: type[Model], never: Iterable[str]) -> None:
        """Name what nobody does."""
        super().__init__(model)
        self.never = frozenset(never)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether this person may do this."""
        return action not in self.never and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Return whether this person may do one of these."""
        return any(self.user_has_permission(user, action) for action in actions)


def register() -> None:
    """Hold here what holds, before Wagtail gives these records its usual policy."""
    # Readers report, and all is kept.
    register_permission_policy(Report, RowPolicy(Report, {"add", "delete"}))
    # Somebody is invited to a place or leaves it; nobody is put in another's stead.
    register_permission_policy(Tending, RowPolicy(Tending, {"change"}))
