"""What the first page of the admin says about places."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from warmtebronnen.models import Report
from warmtebronnen.team.worklist import PERMISSION, unconfirmed


class PlacesPanel(Component):
    """How many reports wait and how many places need a look; nothing where none does."""

    name = "places"
    template_name = "warmtebronnen/admin/home_panel.html"
    order = 130

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the numbers, for who works on places."""
        if not parent_context["request"].user.has_perm(PERMISSION):
            return {}
        return {
            "reports": Report.objects.filter(answered_at=None).count(),
            "places": unconfirmed().count(),
        }
