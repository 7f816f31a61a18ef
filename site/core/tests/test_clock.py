"""The clock: what is due runs, once, and nothing keeps the rest from running."""

from __future__ import annotations

import datetime as dt
import logging
from io import StringIO

import pytest
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands import db_worker as worker

from django.core.management import CommandError, call_command, get_commands
from django.utils import timezone

from core.clock import chores, registry, runs
from core.clock.registry import Job, TwoJobsOneNameError, register_periodic
from core.clock.ticking import keep_ticking, tick, ticks, waiting_ticks
from core.models import PeriodicRun

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
ran: list[str] = []


def first():
    ran.append("first")


def second():
    ran.append("second")


def failing():
    ran.append("failing")
    message = "iemand@voorbeeld.example"
    raise ValueError(message)


def looks_around():
    """Note what another worker would run while this one is busy."""
    ran.append(f"others: {runs.run_due(NOW)}")


def takes_too_long():
    """Run for longer than the lease, so that another worker takes over."""
    ran.append("slow")
    if len(ran) == 1:
        runs.run_due(NOW + runs.LEASE)


@pytest.fixture
def clock(monkeypatch):
    """Return a function that registers jobs of this module, on a clock without others."""
    monkeypatch.setattr(registry, "_jobs", {})
    ran.clear()

    def add(name, seconds=60):
        register_periodic(name, seconds, f"{__name__}.{name}")

    return add


@pytest.fixture
def queue(settings):
    """Use the queue of production, which waits."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_a_job_runs_when_it_is_due_and_not_before(clock):
    clock("first", seconds=120)
    assert runs.run_due(NOW) == ["first"]
    assert runs.run_due(NOW + MINUTE) == []
    assert runs.run_due(NOW + 2 * MINUTE) == ["first"]
    assert ran == ["first", "first"]


def test_a_failing_job_is_logged_and_tried_again_and_stops_no_other(clock, caplog):
    clock("failing", seconds=86_400)
    clock("first")
    with caplog.at_level(logging.ERROR):
        assert runs.run_due(NOW) == ["failing", "first"]
    assert "failing" in caplog.text
    assert PeriodicRun.objects.get(name="failing").failures == 1
    runs.run_due(NOW + runs.AFTER_FAILURE)
    assert ran.count("failing") == 2
    assert PeriodicRun.objects.get(name="failing").failures == 2


def test_success_forgets_earlier_failures(clock):
    clock("first")
    PeriodicRun.objects.create(name="first", due_at=NOW, failures=3)
    runs.run_due(NOW)
    assert PeriodicRun.objects.get(name="first").failures == 0


def test_a_job_that_runs_is_left_alone_by_other_workers(clock):
    clock("looks_around")
    runs.run_due(NOW)
    assert ran == ["others: []"]


def test_what_a_killed_worker_held_is_taken_over_in_the_end(clock):
    clock("first")
    PeriodicRun.objects.create(name="first", due_at=NOW, claimed_until=NOW + runs.LEASE)
    assert runs.run_due(NOW + MINUTE) == []
    assert runs.run_due(NOW + runs.LEASE) == ["first"]


def test_who_was_too_slow_does_not_give_back_what_another_holds(clock):
    clock("takes_too_long", seconds=60)
    runs.run_due(NOW)
    assert ran == ["slow", "slow"]
    assert PeriodicRun.objects.get().due_at == NOW + runs.LEASE + MINUTE


def test_a_job_that_is_registered_no_more_is_not_run(clock):
    PeriodicRun.objects.create(name="gone", due_at=NOW)
    assert runs.run_due(NOW) == []


def test_one_name_is_for_one_job(clock):
    clock("first")
    clock("first")
    with pytest.raises(TwoJobsOneNameError):
        register_periodic("first", 1, "elsewhere.function")
    assert registry.jobs() == [Job("first", 60, f"{__name__}.first")]


@pytest.mark.usefixtures("queue")
def test_a_tick_leaves_exactly_one_tick_waiting(clock):
    for _time in range(3):
        tick.call()
        assert waiting_ticks().count() == 1
    assert waiting_ticks().get().run_after > timezone.now()


@pytest.mark.usefixtures("queue")
def test_starting_twice_makes_one_tick():
    keep_ticking()
    keep_ticking()
    assert ticks().count() == 1


@pytest.mark.usefixtures("queue")
@pytest.mark.parametrize(
    ("status", "expected"), [(TaskResultStatus.FAILED, 1), (TaskResultStatus.SUCCESSFUL, 0)]
)
def test_a_tick_that_failed_is_followed_by_another(status, expected):
    result = tick.enqueue()
    ticks().update(status=status)
    result.refresh()
    task_finished.send(type(tick.get_backend()), task_result=result)
    assert waiting_ticks().count() == expected


@pytest.mark.usefixtures("queue")
def test_the_worker_starts_the_clock_and_runs_what_is_due(clock, monkeypatch):
    # It would close the connection in which this test's transaction is open.
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    clock("first")
    clock("failing")
    clock("second")
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0, reload=False)
    assert ran == ["failing", "first", "second"]
    assert waiting_ticks().count() == 1
    assert ticks().successful().count() == 1


def test_this_is_the_worker_that_everybody_starts():
    assert get_commands()["db_worker"] == "core"


@pytest.mark.usefixtures("queue")
def test_the_command_tells_of_every_job_and_fails_only_when_asked(clock):
    clock("first")
    clock("second", seconds=86_400)
    PeriodicRun.objects.create(
        name="second", due_at=timezone.now() + MINUTE, finished_at=timezone.now() - 3 * MINUTE
    )
    out = StringIO()
    call_command("clock", stdout=out)
    assert [line.split(":")[0] for line in out.getvalue().splitlines()] == ["first", "second"]
    with pytest.raises(CommandError, match="first"):
        call_command("clock", check=True, stdout=StringIO())
    assert waiting_ticks().count() == 1


@pytest.mark.usefixtures("queue")
@pytest.mark.parametrize(
    ("late", "failures", "in_order"), [(1, 0, True), (30, 0, False), (1, 2, False)]
)
def test_the_command_can_be_asked_whether_all_is_well(clock, late, failures, in_order):
    clock("first")
    due_at = timezone.now() - late * MINUTE
    PeriodicRun.objects.create(name="first", due_at=due_at, failures=failures)
    if in_order:
        call_command("clock", check=True, stdout=StringIO())
    else:
        with pytest.raises(CommandError):
            call_command("clock", check=True, stdout=StringIO())


def test_without_a_queue_that_waits_the_command_says_so():
    with pytest.raises(CommandError, match="TASKS"):
        call_command("clock", stdout=StringIO())


@pytest.mark.usefixtures("queue")
def test_ticks_are_forgotten_after_a_day_and_other_tasks_after_two_weeks():
    for age in (2, 20):
        tick.enqueue()
        ticks().filter(finished_at=None).update(
            status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now() - dt.timedelta(days=age)
        )
    other = chores_task_of(days=2)
    old = chores_task_of(days=20)
    chores.forget_finished_tasks()
    assert not ticks().exists()
    assert type(other).objects.filter(pk__in=[other.pk, old.pk]).get() == other


def chores_task_of(days):
    """Return the record of another task, as many days old."""
    record = tick.enqueue().db_result
    record.task_path = "core.tests.other"
    record.status = TaskResultStatus.SUCCESSFUL
    record.finished_at = timezone.now() - dt.timedelta(days=days)
    record.save()
    return record


@pytest.mark.usefixtures("queue")
@pytest.mark.parametrize(
    ("days", "status"), [(0, TaskResultStatus.RUNNING), (2, TaskResultStatus.FAILED)]
)
def test_a_task_whose_worker_was_killed_is_told_in_the_log(days, status, caplog):
    record = chores_task_of(days=0)
    record.status = TaskResultStatus.RUNNING
    record.started_at = timezone.now() - dt.timedelta(days=days)
    record.finished_at = None
    record.save()
    with caplog.at_level(logging.ERROR):
        chores.forget_finished_tasks()
    record.refresh_from_db()
    assert record.status == status
    assert (record.task_path in caplog.text) is bool(days)
