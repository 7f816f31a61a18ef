"""Records of which some things are nobody's to do, an administrator's neither."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from wagtail.permission_policies import ModelPermissionPolicy


class RowPolicy(ModelPermissionPolicy):
    """As any record, but some things nobody does; registered before Wagtail gives its usual one."""

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
