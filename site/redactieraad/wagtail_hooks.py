"""What the redactieraad adds to the admin."""

from __future__ import annotations

from wagtail import hooks

from redactieraad.admin.members import MemberViewSet


@hooks.register("register_admin_viewset")
def members() -> MemberViewSet:
    """Let Beheer look after the members."""
    return MemberViewSet()
