"""The workflow that every governed text goes through, there from the first migration on."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group
from django.db import connections
from django.db.models.signals import post_migrate

from wagtail.models import Workflow, WorkflowTask

from redactieraad.models import RedactieraadTask
from redactieraad.selectors import COUNCIL

NAME = "Redactieraad"


def connect() -> None:
    """Make the workflow after migrating."""
    post_migrate.connect(_after_migrating, dispatch_uid="redactieraad.workflow")


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
