"""Who may look after members."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from redactieraad.models import Member


class MemberPermissionPolicy(ModelPermissionPolicy):
    """As any record, but nobody deletes a member: what they decided stays countable."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether this person may do this."""
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether this person may do one of these."""
        return any(self.user_has_permission(user, action) for action in actions)


def register() -> None:
    """Hold for members what holds here, before Wagtail gives them its usual policy."""
    register_permission_policy(Member, MemberPermissionPolicy(Member))
