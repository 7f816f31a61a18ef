"""The form to copy a governed page."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class GovernedCopyForm(CopyForm):
    """Copies are drafts: a live one or an alias would be public without a decision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what cannot be."""
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
