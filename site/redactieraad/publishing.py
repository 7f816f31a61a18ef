"""What happens when the redactieraad has approved a text: it appears, or waits for its moment."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wagtail.models import WorkflowState
from wagtail.workflows import publish_workflow_state

from redactieraad.governed import Governed
from redactieraad.guard import NotApprovedError
from redactieraad.models import Decision


def finish(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish what a finished workflow approved.

    Wagtail's own action publishes the *latest* revision in the name of the last approver.

    Raises:
        NotApprovedError: no decision of the redactieraad allows the text.

    """
    found = workflow_state.content_object
    text = getattr(found, "specific", found)
    if isinstance(text, Governed):
        publish_approved(text, user=workflow_state.requested_by)
    else:
        publish_workflow_state(workflow_state, user=user)


def is_approved(text: Any) -> bool:
    """Return whether a decision in force allows some revision of this text."""
    return Decision.objects.of(text.get_base_content_type(), text.pk).in_force().exists()


def publish_approved(text: Any, user: Any = None) -> bool:
    """Publish, or schedule, exactly the revision that was approved.

    Args:
        text: a governed page or snippet.
        user: in whose name it stands in the admin's history: who asked for it.

    Returns:
        Whether it was published or scheduled now; not if it waits for what it appears with.

    Raises:
        NotApprovedError: no decision in force allows it.

    """
    decision = Decision.objects.of(text.get_base_content_type(), text.pk).in_force().first()
    if decision is None or decision.revision is None:
        raise NotApprovedError(text)
    together_with = text.appears_with()
    if together_with is not None and not together_with.live:
        return False
    with transaction.atomic():
        decision.revision.publish(user=user, skip_permission_checks=True)
    return True
