"""What only an administrator can do: workflows, tasks, languages, commands. None publishes."""

from __future__ import annotations

import pytest
from wagtail_localize.models import LocaleSynchronization

from django.core.management import call_command
from django.urls import URLPattern, get_resolver, reverse

from wagtail.models import GroupApprovalTask, Locale, Page, Workflow, WorkflowPage, WorkflowTask

from redactieraad.models import RedactieraadTask
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, publish, submit
from redactieraad.workflows import asks_the_redactieraad, default_workflow, make_workflow
from tests.factories import home_in
from tests.redactieraad.admin import address_of, browser_of, form_at, somebody
from tests.redactieraad.kinds import EDITION, KINDS, PAGES, QUOTE, STORY, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return browser_of(somebody("superuser"))


def submitted(kind):
    """Return a text of which one vote is missing."""
    text = kind.make()
    approve(submit(text), council()[:2])
    return fresh(text)


@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
@pytest.mark.parametrize("what", ["workflow", "task"])
def test_switching_off_gives_back_what_waits_and_publishes_nothing(client, kind, what):
    text = submitted(kind)
    state = text.current_workflow_state
    names = {"workflow": state.workflow_id, "task": state.current_task_state.task_id}
    view = "disable" if what == "workflow" else "disable_task"
    answer = client.post(reverse(f"wagtailadmin_workflows:{view}", args=[names[what]]))
    assert answer.status_code == 302
    assert not fresh(text).live
    assert not fresh(text).workflow_in_progress
    assert default_workflow() is None
    assert list(faults()) == []
    # Nobody can be asked, so nothing can be submitted, and nothing breaks.
    form = form_at(client, address_of(text, "edit")) | {"action-submit": "1"}
    assert client.post(address_of(text, "edit"), form).status_code == 302
    assert not fresh(text).workflow_in_progress


def test_what_was_switched_off_is_not_switched_on_by_migrating():
    default_workflow().deactivate()
    make_workflow()
    assert default_workflow() is None


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_another_workflow_above_a_text_does_not_replace_the_redactieraad(kind):
    text = kind.make()
    workflow = Workflow.objects.create(name="Snel")
    WorkflowTask.objects.create(
        workflow=workflow, task=GroupApprovalTask.objects.create(name="Snel")
    )
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=2, slug="home"))
    assert asks_the_redactieraad(text.get_workflow())
    assert type(submit(text).task.specific) is RedactieraadTask


def test_a_workflow_with_an_extra_step_still_needs_the_votes():
    members = council()
    story = STORY.make()
    workflow = Workflow.objects.create(name="In twee stappen")
    extra = GroupApprovalTask.objects.create(name="Eindredactie")
    WorkflowTask.objects.create(
        workflow=workflow, task=RedactieraadTask.objects.get(), sort_order=0
    )
    WorkflowTask.objects.create(workflow=workflow, task=extra, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(pk=story.pk))
    state = submit(story)
    assert state.workflow_state.workflow == workflow
    approve(state, members[:3])
    assert not fresh(story).live
    fresh(story).current_workflow_task_state.approve()
    assert fresh(story).live
    assert list(faults()) == []


def test_a_quorum_is_not_made_weaker_than_the_rule(client):
    task = RedactieraadTask.objects.get()
    council()
    address = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    for approvals, experts in ((2, 1), (0, 0), (9, 9), (4, 2)):
        form = form_at(client, address) | {"approvals": approvals, "experts": experts}
        assert client.post(address, form).status_code == 200
        task.refresh_from_db()
        assert (task.approvals, task.experts) == (3, 2)
    client.post(address, form_at(client, address) | {"approvals": 5, "experts": 3})
    task.refresh_from_db()
    assert (task.approvals, task.experts) == (5, 3)


@pytest.mark.parametrize("kind", PAGES, ids=str)
def test_a_language_that_follows_another_by_command_gets_drafts(kind):
    members = council()[:3]
    edition = publish(EDITION.make(), members)
    text = publish(kind.make(), members)
    if kind is STORY:
        text.move(edition, pos="last-child")
    home_in("tr")
    turkish = Locale.objects.get(language_code="tr")
    LocaleSynchronization.objects.create(locale=turkish, sync_from=Locale.get_default())
    call_command("sync_locale_trees")
    copies = Page.objects.filter(locale=turkish, depth__gt=3)
    assert copies.count() == 2
    assert not copies.filter(live=True).exists()
    assert not copies.exclude(alias_of=None).exists()
    assert list(faults()) == []


def test_no_command_of_wagtails_publishes():
    text = STORY.make()
    submit(text)
    for command in ("publish_scheduled", "publish_scheduled_pages", "fixtree", "set_url_paths"):
        call_command(command, verbosity=0)
    edition, elsewhere = publish(EDITION.make(), council()[:3]), EDITION.make()
    text.move(elsewhere, pos="last-child")
    call_command("move_pages", elsewhere.pk, edition.pk, verbosity=0)
    assert fresh(text).is_child_of(edition)
    assert not fresh(text).live
    assert list(faults()) == []


def _callbacks(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.callback
        else:
            yield from _callbacks(pattern.url_patterns)


def test_no_writable_api_stands_open():
    """Wagtail's third API publishes; the admin's own is tried with the other routes."""
    modules = {getattr(one, "__module__", "") for one in _callbacks(get_resolver().url_patterns)}
    assert len(modules) > 50
    assert not [name for name in modules if "api.v3" in name or name.startswith("ninja")]
