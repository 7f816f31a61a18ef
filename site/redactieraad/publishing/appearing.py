"""What happens when the redactieraad has approved a text: it appears, or waits for its moment."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wagtail.models import Revision, WorkflowState
from wagtail.workflows import publish_workflow_state

from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.governed import Governed
from redactieraad.guard import NotApprovedError, decisions_on
from redactieraad.models import Decision
from redactieraad.selectors import specific


def finish(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish what a finished workflow approved.

    Wagtail's own action publishes the *latest* revision in the name of the last approver.

    Raises:
        NotApprovedError: the redactieraad did not decide on it in this workflow.

    """
    found = workflow_state.content_object
    text = specific(found)
    if not isinstance(text, Governed):
        publish_workflow_state(workflow_state, user=user)
        return
    decided = decisions_on(text)
    if not any(one.task_state_id and _is_part(one, workflow_state) for one in decided):
        raise NotApprovedError(text)
    publish_approved(text, user=workflow_state.requested_by)


def _is_part(decision: Decision, workflow_state: WorkflowState) -> bool:
    return workflow_state.task_states.filter(pk=decision.task_state_id).exists()


def may_be_published(text: Any) -> bool:
    """Return whether it is approved, and nothing else stands in its way, such as a consent."""
    revision = _approved_revision(text)
    return revision is not None and revision.as_object().may_appear()


def publish_approved(text: Any, user: Any = None) -> bool:
    """Publish, or schedule, exactly the text that was approved last.

    Args:
        text: a governed page or snippet.
        user: in whose name it stands in the admin's history: who asked for it.

    Returns:
        Whether it was published or scheduled now; not if it waits for what it appears with.

    Raises:
        NotApprovedError: no decision in force allows it.

    """
    revision = _approved_revision(text)
    if revision is None:
        raise NotApprovedError(text)
    together_with = text.appears_with()
    if together_with is not None and not together_with.live:
        return False
    with transaction.atomic():
        revision.publish(user=user, skip_permission_checks=True)
    return True


def _approved_revision(text: Any) -> Revision | None:
    """Return the newest revision with the text that was approved last, if one is in force.

    The newest has the moment of publishing as it is now.
    """
    decision = next(iter(decisions_on(text)), None)
    if decision is None:
        return None
    latest = text.latest_revision
    if latest is not None and fingerprint_of_revision(latest) == decision.fingerprint:
        return latest
    return decision.revision
