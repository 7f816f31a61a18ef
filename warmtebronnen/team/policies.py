"""Who may do what with reports and partners in the admin, beside the groups' permissions."""

from __future__ import annotations

from wagtail.permissions import register_permission_policy

from core.row_policy import RowPolicy
from warmtebronnen.models import Report, Tending


def register() -> None:
    """Hold here what holds, before Wagtail gives these records its usual policy."""
    # Readers report, and all is kept.
    register_permission_policy(Report, RowPolicy(Report, {"add", "delete"}))
    # Somebody is invited to a place or leaves it; nobody is put in another's stead.
    register_permission_policy(Tending, RowPolicy(Tending, {"change"}))
