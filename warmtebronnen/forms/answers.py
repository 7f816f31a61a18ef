"""The form in which the team says what it did with a report."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from wagtail.admin.forms.models import WagtailAdminModelForm

from warmtebronnen.models import Report


class AnswerForm(WagtailAdminModelForm):
    """What was done; who answered and when is written down."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for a line."""
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = True

    def save(self, commit: bool = True) -> Report:  # noqa: FBT001, FBT002 - Django's signature
        """Save the answer with who gave it."""
        self.instance.answered_at = timezone.now()
        self.instance.answered_by = self.for_user
        report: Report = super().save(commit=commit)
        return report
