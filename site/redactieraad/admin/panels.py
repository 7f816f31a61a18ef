"""What the redactieraad shows on the first page of the admin."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from redactieraad.admin.overview import overview_for
from redactieraad.admin.reach import warnings_about_council
from redactieraad.governed import governed_model

SHOWN = 5


class CouncilPanel(Component):
    """What waits, was asked, came back, is planned or can appear; nothing if there is nothing."""

    name = "redactieraad"
    template_name = "redactieraad/admin/home_panel.html"
    order = 100

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is on its way for this person."""
        user = parent_context["request"].user
        overview = overview_for(user, SHOWN)
        concerns = overview.waiting.total or user.has_perm("redactieraad.view_member")
        return {
            "overview": overview,
            "warnings": warnings_about_council() if concerns else [],
            "may_let_appear": user.has_perm("redactieraad.let_appear"),
        }


class OthersToModeratePanel(WorkflowObjectsToModeratePanel):
    """Wagtail's panel without what members judge at their desk: it offers to approve here."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is not governed."""
        context = super().get_context_data(parent_context)
        states = context["states"]
        context["states"] = [one for one in states if not governed_model(type(one["obj"]))]
        return context


class OthersInWorkflowPanel(UserObjectsInWorkflowModerationPanel):
    """Wagtail's panel without what our own panel says more about."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what is not governed."""
        context = super().get_context_data(parent_context)
        states = context["workflow_states"]
        context["workflow_states"] = [
            one for one in states if not governed_model(one.content_type.model_class())
        ]
        return context


INSTEAD = {
    WorkflowObjectsToModeratePanel.name: OthersToModeratePanel,
    UserObjectsInWorkflowModerationPanel.name: OthersInWorkflowPanel,
}


def arrange(panels: list[Component]) -> None:
    """Put our panel first, and ours in the place of Wagtail's where those would mislead."""
    panels[:] = [
        INSTEAD[name]() if (name := getattr(panel, "name", "")) in INSTEAD else panel
        for panel in panels
    ]
    panels.append(CouncilPanel())
