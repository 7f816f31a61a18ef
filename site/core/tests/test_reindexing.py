"""What was deleted before the worker came to it is no failure, and can leave the queue."""

from __future__ import annotations

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker as worker
from django_tasks_db.models import DBTaskResult
from modelsearch import index

from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command

from wagtail.models import ReferenceIndex

from core import reindexing
from core.tests.blocks.factories import picture

pytestmark = pytest.mark.django_db
OF_THE_INDEXES = {"insert_or_update_object_task", "update_reference_index_task"}


@pytest.fixture(autouse=True)
def queue(settings, monkeypatch):
    """Use the queue of production, which waits, in a worker that keeps the test's connection."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)


def work():
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0, reload=False)


def waiting():
    """Return the tasks of both indexes that wait, with the key of what each is about."""
    tasks = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    names = [(one.task_path.rsplit(".", 1)[1], one.args_kwargs["args"]) for one in tasks]
    return {(name, args[2]) for name, args in names if name in OF_THE_INDEXES}


def test_what_was_deleted_meanwhile_is_no_failure():
    picture().delete()
    assert {name for name, _key in waiting()} == OF_THE_INDEXES
    work()
    assert not DBTaskResult.objects.failed().exists()
    assert waiting() == set()


@pytest.mark.parametrize(
    ("owner", "method"),
    [(index, "insert_or_update_object"), (ReferenceIndex, "create_or_update_for_object")],
)
def test_what_is_missing_beside_a_thing_that_is_there_is_a_failure(owner, method, monkeypatch):
    def misses_something(*_arguments):
        raise ObjectDoesNotExist

    monkeypatch.setattr(owner, method, misses_something)
    picture()
    work()
    assert DBTaskResult.objects.failed().count() == 1


def test_only_what_is_gone_leaves_the_queue():
    gone, kept = picture(), picture()
    about_kept = {one for one in waiting() if one[1] == str(kept.pk)}
    gone.delete()
    others = DBTaskResult.objects.count() - len(waiting())
    reindexing.forget_gone()
    assert waiting() == about_kept
    assert len(about_kept) == len(OF_THE_INDEXES)
    # A file that is to be removed is removed.
    assert DBTaskResult.objects.count() == others + len(about_kept)
