"""What goes when a text is decided on or withdrawn: recordings, and what members saw of it.

A text that was sent back is not decided on: its writer still has to hear what was said.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_cancelled

from redactieraad.models import Look, Remark


def connect() -> None:
    """Listen from now on."""
    workflow_approved.connect(_on_end, dispatch_uid="redactieraad.forget.approved")
    workflow_cancelled.connect(_on_end, dispatch_uid="redactieraad.forget.cancelled")
    post_delete.connect(
        _on_workflow_deleted, sender=WorkflowState, dispatch_uid="redactieraad.forget.workflow"
    )
    post_delete.connect(
        _on_remark_deleted, sender=Remark, dispatch_uid="redactieraad.forget.remark"
    )


def _on_end(sender: type, instance: WorkflowState, **kwargs: Any) -> None:
    """Forget what was only needed to decide; the words of the remarks stay."""
    spoken = Remark.objects.filter(task_state__workflow_state=instance).exclude(voice="")
    for remark in spoken:
        _delete_file(remark)
    spoken.update(voice="")
    _forget_looks(instance)


def _on_workflow_deleted(sender: type, instance: WorkflowState, **kwargs: Any) -> None:
    _forget_looks(instance)


def _on_remark_deleted(sender: type, instance: Remark, **kwargs: Any) -> None:
    _delete_file(instance)


def _forget_looks(instance: WorkflowState) -> None:
    Look.objects.at(instance.base_content_type, instance.object_id).delete()


def _delete_file(remark: Remark) -> None:
    """Delete the recording, once it is certain that the remark lost it."""
    if remark.voice:
        transaction.on_commit(partial(remark.voice.storage.delete, str(remark.voice.name)))
