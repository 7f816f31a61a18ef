"""Keeps Wagtail's own mails about workflows to the texts that are not governed.

They name titles in their subjects, are sent while the voter waits, and would tell twice what
`notices` tells.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from redactieraad.governed import governed_model


class NotAboutGoverned:
    """Says nothing about governed texts."""

    def can_handle(self, instance: Any, **kwargs: Any) -> bool:
        """Return whether to mail about this at all."""
        if governed_model(instance.content_type.model_class()):
            return False
        return super().can_handle(instance, **kwargs)  # type: ignore[misc, no-any-return]


class Approved(NotAboutGoverned, mail.WorkflowStateApprovalEmailNotifier):
    """Approved."""


class Rejected(NotAboutGoverned, mail.WorkflowStateRejectionEmailNotifier):
    """Sent back."""


class Submitted(NotAboutGoverned, mail.WorkflowStateSubmissionEmailNotifier):
    """Submitted."""


# Wagtail's names for its own: what is connected first under a name stays.
# https://github.com/wagtail/wagtail/blob/v8.0/wagtail/admin/signal_handlers.py
NOTIFIERS = (
    (workflow_approved, Approved(), "workflow_state_approved_email_notification"),
    (workflow_rejected, Rejected(), "workflow_state_rejected_email_notification"),
    (workflow_submitted, Submitted(), "workflow_state_submitted_email_notification"),
)


def connect() -> None:
    """Take the places of Wagtail's, before `wagtail.admin` is made ready."""
    for signal, notifier, name in NOTIFIERS:
        signal.connect(notifier, sender=WorkflowState, dispatch_uid=name)
