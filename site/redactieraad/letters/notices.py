"""Who is told what: listens to what the redactieraad decides and asks."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models.signals import post_save

from wagtail.models import WorkflowState
from wagtail.signals import task_rejected, workflow_approved

from redactieraad.governed import governed_model
from redactieraad.letters.sending import tell
from redactieraad.models import Decision, Entry, RedactieraadTaskState, Remark
from redactieraad.selectors import specific


def connect() -> None:
    """Listen from now on."""
    uid = "redactieraad.notices."
    task_rejected.connect(
        _on_sent_back, sender=RedactieraadTaskState, dispatch_uid=f"{uid}sent_back"
    )
    workflow_approved.connect(_on_approved, sender=WorkflowState, dispatch_uid=f"{uid}approved")
    post_save.connect(_on_entry, sender=Entry, dispatch_uid=f"{uid}entry")
    post_save.connect(_on_remark, sender=Remark, dispatch_uid=f"{uid}remark")


def told_about(workflow_state: WorkflowState) -> set[int]:
    """Return who hears what becomes of a text: who submitted it, and whose page it is."""
    owner = getattr(workflow_state.content_object, "owner_id", None)
    return {one for one in (workflow_state.requested_by_id, owner) if one}


def _on_sent_back(sender: type, instance: RedactieraadTaskState, **kwargs: Any) -> None:
    tell("sent_back", told_about(instance.workflow_state), instance.pk)


def _on_approved(sender: type, instance: WorkflowState, **kwargs: Any) -> None:
    decision = _decision_on(instance.content_object)
    if decision:
        tell("approved", told_about(instance), decision.pk)


def _on_entry(sender: type, instance: Entry, *, created: bool, **kwargs: Any) -> None:
    """Tell the writers when the register says that their text became public."""
    if not created or instance.kind != Entry.Kind.PUBLISHED:
        return
    model = apps.get_model(instance.model)
    decision = _decision_on(model._default_manager.filter(pk=instance.object_id).first())
    if decision and decision.task_state:
        tell("public", told_about(decision.task_state.workflow_state), decision.pk)


def _decision_on(found: Any) -> Decision | None:
    """Return the decision in force on a page or snippet, if it is governed."""
    text = specific(found)
    if not governed_model(type(text)):
        return None
    decisions = Decision.objects.of(text.get_base_content_type(), text.pk).in_force()
    return decisions.select_related("task_state__workflow_state").first()


def _on_remark(sender: type, instance: Remark, *, created: bool, **kwargs: Any) -> None:
    """Tell the writers of a question, and who asked of an answer."""
    if not created:
        return
    state = instance.task_state
    if instance.kind == Remark.Kind.QUESTION:
        tell("question", told_about(state.workflow_state) - {instance.user_id}, instance.pk)
    elif instance.kind == Remark.Kind.ANSWER:
        asked = Remark.objects.filter(task_state=state, kind=Remark.Kind.QUESTION)
        tell("answer", set(asked.values_list("user_id", flat=True)), instance.pk)
