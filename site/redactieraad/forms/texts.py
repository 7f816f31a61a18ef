"""The forms in which governed texts are written: a draft may be incomplete, a submission not."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm


class SubmittedInOrder:
    """Says at the fields what has to be mended, when a text is submitted, and all at once."""

    instance: Any
    is_deferred_validation: bool

    def _post_clean(self) -> None:
        """Check the text as the fields make it; a draft is left alone."""
        super()._post_clean()  # type: ignore[misc]
        if self.is_deferred_validation:
            return
        for name, message in self.instance.faults_by_field():
            shown = name in self.fields  # type: ignore[attr-defined]
            self.add_error(name if shown else None, message)  # type: ignore[attr-defined]


class GovernedPageForm(SubmittedInOrder, WagtailAdminPageForm):
    """The form of a governed page."""


class GovernedRecordForm(SubmittedInOrder, WagtailAdminModelForm):
    """The form of a governed snippet: `edit_handler = ObjectList(..., base_form_class=...)`."""
