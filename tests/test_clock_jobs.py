"""What the apps ask the clock to do can be done."""

import pytest

from django.utils import timezone

from core.clock.registry import jobs
from core.clock.runs import run_due
from core.models import PeriodicRun

pytestmark = pytest.mark.django_db


def test_every_registered_job_can_be_found_and_run_on_an_empty_site(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert run_due(timezone.now()) == [job.name for job in jobs()]
    assert list(PeriodicRun.objects.exclude(failures=0)) == []
