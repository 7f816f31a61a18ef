"""What blocks that show live data have in common: of which report, and whether it may be seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

from core.blocks.base import FieldsBlock


class LiveBlock(FieldsBlock):
    """A block that draws data of the report that it stands in.

    Its template gets `withheld` where the reader may not see the data yet. A block that has
    nothing to show is left out.
    """

    def drawn(self, value: Mapping[str, Any], report: Any) -> Any:
        """Return what the template draws; nothing where there is nothing to show.

        Args:
            value: the block's value.
            report: a `challenge.journalist.reporting.Report`; None for an example.

        """
        raise NotImplementedError

    def may_be_seen(self, report: Any, user: Any) -> bool:
        """Return whether this person may see the data now."""
        return bool(report.shows_figures_to(user))

    def get_context(
        self, value: Mapping[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the data, or that it is withheld."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        report = getattr(context.get("page"), "with_data", None)
        if report is None:
            return context | {"drawn": self.drawn(value, None), "withheld": False}
        user = getattr(context.get("request"), "user", None)
        if not self.may_be_seen(report, user):
            return context | {"drawn": None, "withheld": True}
        return context | {"drawn": self.drawn(value, report), "withheld": False}

    def render(self, value: Mapping[str, Any], context: dict[str, Any] | None = None) -> SafeString:
        """Draw it, or nothing at all: what is only space would leave a hole."""
        drawn = super().render(value, context=context)
        return SafeString(drawn if drawn.strip() else "")
