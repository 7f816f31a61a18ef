"""Who may do what with snapshots in the admin, beside the groups' permissions."""

from __future__ import annotations

from wagtail.permissions import register_permission_policy

from challenge.models import Snapshot
from core.row_policy import RowPolicy


def register() -> None:
    """Hold here what holds, before Wagtail gives snapshots its usual policy."""
    # A correction is a new one.
    register_permission_policy(Snapshot, RowPolicy(Snapshot, {"change", "delete"}))
