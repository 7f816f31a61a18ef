"""The workflow that every governed text goes through, there from the first migration on."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group
from django.db import connections
from django.db.models.signals import post_migrate, pre_save

from wagtail.models import Task, Workflow, WorkflowState, WorkflowTask

from redactieraad.models import RedactieraadTask
from redactieraad.selectors import COUNCIL

NAME = "Redactieraad"


def connect() -> None:
    """Make the workflow after migrating, and give texts back where asking stops."""
    post_migrate.connect(_after_migrating, dispatch_uid="redactieraad.workflow")
    pre_save.connect(_before_task_is_saved, dispatch_uid="redactieraad.task")


def default_workflow() -> Workflow | None:
    """Return the workflow of governed texts; None if an administrator switched it off."""
    return (
        Workflow.objects.active()
        .filter(workflow_tasks__task__in=RedactieraadTask.objects.filter(active=True))
        .order_by("pk")
        .first()
    )


def asks_the_redactieraad(workflow: Workflow | None) -> bool:
    """Return whether approving is the redactieraad's in this workflow."""
    return workflow is not None and any(
        isinstance(task.specific, RedactieraadTask) for task in workflow.tasks
    )


def make_workflow() -> None:
    """Make the workflow with the usual quorum, unless there ever was one."""
    if RedactieraadTask.objects.exists():
        return
    group, _created = Group.objects.get_or_create(name=COUNCIL)
    task = RedactieraadTask.objects.create(name=NAME)
    task.groups.add(group)
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task)


def _after_migrating(sender: AppConfig, using: str, **kwargs: Any) -> None:
    tables = connections[using].introspection.table_names()
    if sender.name == "redactieraad" and RedactieraadTask._meta.db_table in tables:
        make_workflow()


def _before_task_is_saved(instance: Any, **kwargs: Any) -> None:
    """Take back every text that waits for a task that is being switched off.

    Wagtail would go on to the next task and, without one, take the texts for approved. It
    sees the task as any task, so that overriding `deactivate()` is not enough.
    """
    if not isinstance(instance, Task) or instance.active or instance.pk is None:
        return
    if RedactieraadTask.objects.filter(pk=instance.pk, active=True).exists():
        waiting = WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS, current_task_state__task=instance.pk
        )
        for workflow_state in waiting:
            workflow_state.cancel()
