"""Switches the rule off, to see that the routes of the tests would lead somewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from unittest import mock

from django.db.models.signals import pre_save

from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.workflows import publish_workflow_state

from redactieraad import guard, permissions
from redactieraad.governed import GovernedPage
from redactieraad.models import RedactieraadTask

TESTERS = (
    permissions.GovernedPagePermissionTester,
    permissions.ParentOfGovernedPagePermissionTester,
)


def _allow(*args: object) -> None:
    """Refuse nothing."""


@contextlib.contextmanager
def without_the_rule() -> Iterator[None]:
    """Let Wagtail do what it does without us: no guard, no permissions, no messages."""
    with contextlib.ExitStack() as stack:
        for tester in TESTERS:
            for name in ("can_publish", "can_publish_subpage"):
                original = getattr(PagePermissionTester, name)
                stack.enter_context(mock.patch.object(tester, name, original))
        for name, original in (
            ("create_alias", Page.create_alias),
            ("copy_for_translation", Page.copy_for_translation),
            ("copy_form_class", CopyForm),
        ):
            stack.enter_context(mock.patch.object(GovernedPage, name, original))
        policy = permissions.GovernedRecordPermissionPolicy
        may = ModelPermissionPolicy.user_has_permission
        stack.enter_context(mock.patch.object(policy, "user_has_permission", may))
        for target in (
            "redactieraad.guard.refuse_unless_approved",
            "redactieraad.wagtail_hooks.routes.answer",
            "redactieraad.wagtail_hooks.routes._includes_governed",
        ):
            stack.enter_context(mock.patch(target, _allow))
        is_decided = "redactieraad.deciding.counting.is_decided"
        stack.enter_context(mock.patch(is_decided, return_value=True))
        finish = "redactieraad.publishing.appearing.finish"
        stack.enter_context(mock.patch(finish, publish_workflow_state))
        act = RedactieraadTask.__mro__[2].on_action
        stack.enter_context(mock.patch.object(RedactieraadTask, "on_action", act))
        actions = RedactieraadTask.__mro__[1].get_actions
        stack.enter_context(mock.patch.object(RedactieraadTask, "get_actions", actions))
        pre_save.disconnect(dispatch_uid="redactieraad.guard")
        stack.callback(guard.connect)
        yield
