"""What the first page of the admin says about consents."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from magazine.consent.asking import WORKS_WITH_CONSENTS, ending_soon


class EndingConsentsPanel(Component):
    """The consents that end soon; nothing where none does."""

    name = "ending_consents"
    template_name = "magazine/consent/home_panel.html"
    order = 120

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return them, the first to end on top, for who works with consents."""
        user = parent_context["request"].user
        shown = user.has_perm(WORKS_WITH_CONSENTS)
        return {"consents": ending_soon().defer("contact_locked") if shown else []}
