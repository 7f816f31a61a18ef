"""Tasks that bring the search index and the reference index up to date.

Wagtail puts one in the queue for each row that is saved. Where that row is deleted before
the worker comes to it, upstream fails; nothing is left to do then, and no failure to log.
https://github.com/wagtail/wagtail/blob/v8.0/wagtail/tasks.py
https://github.com/wagtail/django-modelsearch/blob/v1.3.2/modelsearch/tasks.py
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist

from wagtail.tasks import update_reference_index_task

UPDATING = (insert_or_update_object_task, update_reference_index_task)


def connect() -> None:
    """Let both tasks end well where there is nothing left to index."""
    for task in UPDATING:
        # In place: signal handlers and the queue go on to name upstream's.
        object.__setattr__(task, "func", _unless_gone(task.func))


def forget_gone() -> None:
    """Take the tasks out of the queue whose rows are gone. For who deletes many rows."""
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, task_path__in=[task.module_path for task in UPDATING]
    )
    about: dict[tuple[str, str], dict[UUID, str]] = defaultdict(dict)
    for task_id, called_with in waiting.values_list("pk", "args_kwargs"):
        app_label, model_name, pk = called_with["args"]
        about[app_label, model_name][task_id] = pk
    for (app_label, model_name), keys in about.items():
        there = _there(app_label, model_name, set(keys.values()))
        gone = [task_id for task_id, pk in keys.items() if pk not in there]
        waiting.filter(pk__in=gone).delete()


def _unless_gone(update: Callable[[str, str, str], None]) -> Callable[[str, str, str], None]:
    @wraps(update)
    def updated(app_label: str, model_name: str, pk: str) -> None:
        try:
            update(app_label, model_name, pk)
        except ObjectDoesNotExist:
            if _there(app_label, model_name, {pk}):
                raise

    return updated


def _there(app_label: str, model_name: str, keys: set[str]) -> set[str]:
    """Return those keys whose rows exist."""
    model: Any = apps.get_model(app_label, model_name)
    rows = model.objects.filter(pk__in=keys)
    return {str(pk) for pk in rows.values_list("pk", flat=True)}
