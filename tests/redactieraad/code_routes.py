"""The ways past the redactieraad that code has: models, actions, workflows and commands.

Each takes a text and does what it can to make it public.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    Page,
    Revision,
    TaskState,
    Workflow,
    WorkflowTask,
)

from tests.factories import home_in
from tests.redactieraad.kinds import Kind, fresh

UNSEEN = "Ongezien."


def let_time_pass(text: Any) -> None:
    """Let the moment come for which something is planned."""
    past = timezone.now() - dt.timedelta(minutes=1)
    for revision in text.revisions.exclude(approved_go_live_at=None):
        content = revision.content | {"go_live_at": past.isoformat()}
        rows = Revision.objects.filter(pk=revision.pk)
        rows.update(content=content, approved_go_live_at=past)


def save_live(text: Any, kind: Kind) -> None:
    text.live = True
    text.save()


def save_other_words(text: Any, kind: Kind) -> None:
    setattr(text, kind.words, UNSEEN)
    text.live = True
    text.save()


def save_live_alone(text: Any, kind: Kind) -> None:
    text.live = True
    text.save(update_fields=["live"])


def save_words_alone(text: Any, kind: Kind) -> None:
    setattr(text, kind.words, UNSEEN)
    text.live = True
    text.save(update_fields=[kind.words, "live"])


def publish_the_latest(text: Any, kind: Kind) -> None:
    text.latest_revision.publish()


def publish_each(text: Any, kind: Kind) -> None:
    for revision in text.revisions.all():
        with contextlib.suppress(PermissionDenied):
            revision.publish(skip_permission_checks=True)


def act_without_asking(text: Any, kind: Kind) -> None:
    action = PublishPageRevisionAction if isinstance(text, Page) else PublishRevisionAction
    action(text.latest_revision).execute(skip_permission_checks=True)


def plan_and_wait(text: Any, kind: Kind) -> None:
    """Plan a revision by hand, and let its moment come."""
    earlier = timezone.now() - dt.timedelta(minutes=1)
    Revision.objects.filter(pk=text.latest_revision_id).update(approved_go_live_at=earlier)
    call_command("publish_scheduled")
    call_command("publish_scheduled_pages")


def plan_by_action(text: Any, kind: Kind) -> None:
    """Let Wagtail plan it without our knowing, and let its moment come."""
    draft = text.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + dt.timedelta(hours=1)
    draft.save_revision()
    act_without_asking(fresh(text), kind)
    let_time_pass(fresh(text))
    call_command("publish_scheduled")


def approve_the_task(text: Any, kind: Kind) -> None:
    text.current_workflow_task_state.approve()


def approve_as_any_task(text: Any, kind: Kind) -> None:
    TaskState.objects.get(pk=text.current_workflow_task_state.pk).approve()


def finish_the_workflow(text: Any, kind: Kind) -> None:
    text.current_workflow_state.finish()


def another_workflow(text: Any, kind: Kind) -> None:
    """Go through a workflow that does not ask the redactieraad."""
    if state := text.current_workflow_state:
        state.cancel()
    workflow = Workflow.objects.create(name="Snel")
    task = GroupApprovalTask.objects.create(name="Snel")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(fresh(text), None)
    fresh(text).current_workflow_task_state.approve()


def stop_the_task(text: Any, kind: Kind) -> None:
    text.current_workflow_task.deactivate()


def stop_the_workflow(text: Any, kind: Kind) -> None:
    text.get_workflow().deactivate()


def remove_the_workflow(text: Any, kind: Kind) -> None:
    text.get_workflow().delete()
    publish_the_latest(fresh(text), kind)


ANYWHERE = (
    save_live,
    save_other_words,
    save_live_alone,
    save_words_alone,
    publish_the_latest,
    publish_each,
    act_without_asking,
    plan_and_wait,
    plan_by_action,
    approve_the_task,
    approve_as_any_task,
    finish_the_workflow,
    another_workflow,
    stop_the_task,
    stop_the_workflow,
    remove_the_workflow,
)


def save_as_a_plain_page(text: Any, kind: Kind) -> None:
    page = Page.objects.get(pk=text.pk)
    page.live, page.title = True, "Ongezien"
    page.save()


def save_as_a_plain_page_alone(text: Any, kind: Kind) -> None:
    page = Page.objects.get(pk=text.pk)
    page.live = True
    page.save(update_fields=["live"])


def copy_live(text: Any, kind: Kind) -> None:
    text.copy(update_attrs={"slug": f"{text.slug}-kopie"}, keep_live=True)


def copy_the_magazine(text: Any, kind: Kind) -> None:
    attrs = {"slug": "nog-een", "title": "Nog een"}
    text.get_parent().specific.copy(recursive=True, keep_live=True, update_attrs=attrs)


def make_an_alias(text: Any, kind: Kind) -> None:
    text.create_alias(update_slug="alias")


def make_aliases_of_all(text: Any, kind: Kind) -> None:
    text.get_parent().specific.create_alias(recursive=True, update_slug="alias")


def become_an_alias(text: Any, kind: Kind) -> None:
    text.alias_of = text.get_parent().get_first_child()
    text.save(update_fields=["alias_of"])


def translate_as_an_alias(text: Any, kind: Kind) -> None:
    home_in("tr")
    text.copy_for_translation(Locale.objects.get(language_code="tr"), copy_parents=True, alias=True)


def move_away(text: Any, kind: Kind) -> None:
    home_in("tr")
    locale = Locale.objects.get(language_code="tr")
    there = text.get_parent().specific.copy_for_translation(locale)
    there.save_revision().publish()
    text.move(there, pos="last-child")


ON_PAGES = (
    save_as_a_plain_page,
    save_as_a_plain_page_alone,
    copy_live,
    copy_the_magazine,
    make_an_alias,
    make_aliases_of_all,
    become_an_alias,
    translate_as_an_alias,
    move_away,
)
