"""The ways past the redactieraad that the admin offers, each as somebody would try it.

A route takes an `Attempt`, and does what it can to make the attempt's text public. What
comes of it is for the test to see.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.test import Client
from django.urls import reverse

from wagtail.models import Page

from accounts.models import User
from tests.redactieraad.admin import address_of, browser_of, form_at, post
from tests.redactieraad.kinds import Kind, edited

API = "/beheer/api/main/pages"
UNSEEN = "Niemand heeft dit gelezen."
_numbers = itertools.count(1)


@dataclass
class Attempt:
    """Somebody's attempt on one text."""

    user: User
    kind: Kind
    text: Any
    form: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def client(self) -> Client:
        """A browser in which this person has signed in."""
        return browser_of(self.user)

    def post(self, view: str, *args: Any, **fields: Any) -> Any:
        """Send the editor's form to a view about the text; the form is fetched once."""
        if not self.form:
            self.form = form_at(self.client, address_of(self.text, "edit"))
        address = address_of(self.text, view, *args)
        answer = self.client.post(address, self.form | fields)
        assert answer.status_code < 500
        return answer

    def ask_api(self, action: str, **data: Any) -> Any:
        """Ask the admin's own API for an action on the text."""
        address = f"{API}/{self.text.pk}/action/{action}/"
        answer = self.client.post(address, data, content_type="application/json")
        assert answer.status_code < 500
        return answer


Route = Callable[[Attempt], Any]


def publish_button(attempt: Attempt) -> None:
    """Edit, and press 'publish'."""
    attempt.post("edit", **{attempt.kind.words: UNSEEN, "action-publish": "1"})


def publish_as_it_is(attempt: Attempt) -> None:
    """Press 'publish' without a change."""
    attempt.post("edit", **{"action-publish": "1"})


def publish_at_once(attempt: Attempt) -> None:
    """Make a new one, and publish it in the same go."""
    model, words = attempt.text._meta, {attempt.kind.words: UNSEEN}
    if isinstance(attempt.text, Page):
        parent = attempt.text.get_parent().pk
        address = reverse(
            "wagtailadmin_pages:add", args=[model.app_label, model.model_name, parent]
        )
        words |= {"title": "Nieuw", "slug": f"nieuw-{next(_numbers)}"}
    else:
        address = reverse(attempt.text.snippet_viewset.get_url_name("add"))
    fields = words | attempt.kind.filled_in() | {"action-publish": "1"}
    post(attempt.client, address, **fields)


def revert(attempt: Attempt) -> None:
    """Go back to the first revision, and publish that."""
    first = attempt.text.revisions.order_by("pk").first()
    attempt.post("revisions_revert", first.pk, **{"action-publish": "1"})


def approve_as_editor(attempt: Attempt) -> None:
    """Approve at Wagtail's own workflow addresses, which show us no button."""
    state = attempt.text.current_workflow_task_state
    number = state.pk if state else 1
    for view in ("workflow_action", "collect_workflow_action_data"):
        address = address_of(attempt.text, view, "approve", number)
        if isinstance(attempt.text, Page):
            names = [attempt.text.pk, "approve", number]
            address = reverse(f"wagtailadmin_pages:{view}", args=names)
        assert attempt.client.post(address, {"comment": ""}).status_code < 500
    fields = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    attempt.post("edit", **fields)


def publish_many(attempt: Attempt) -> None:
    """Publish by the bulk action, with all that is below."""
    parent = attempt.text.get_parent()
    for chosen in (attempt.text.pk, parent.pk):
        address = f"/beheer/bulk/wagtailcore/page/publish/?id={chosen}"
        assert attempt.client.post(address, {"include_descendants": "on"}).status_code < 500


def copy_live(attempt: Attempt) -> None:
    """Copy, with the copy published."""
    _copy(attempt, publish_copies="on")


def copy_as_alias(attempt: Attempt) -> None:
    """Copy as an alias, which is as live as its original."""
    _copy(attempt, alias="on")


def _copy(attempt: Attempt, **fields: Any) -> None:
    address = address_of(attempt.text, "copy")
    slug = f"kopie-{next(_numbers)}"
    copied = {
        "new_title": "Kopie",
        "new_slug": slug,
        "new_parent_page": attempt.text.get_parent().pk,
    }
    sent = form_at(attempt.client, address) | copied | fields
    assert attempt.client.post(address, sent).status_code < 500


def copy_the_magazine(attempt: Attempt) -> None:
    """Copy everything that stands beside it, live."""
    parent = attempt.text.get_parent()
    whole = Attempt(attempt.user, attempt.kind, parent)
    copied = {"new_title": "Nog een", "new_slug": f"nog-een-{next(_numbers)}"}
    copied |= {"new_parent_page": parent.get_parent().pk, "copy_subpages": "on"}
    for how in ("publish_copies", "alias"):
        sent = copied | {how: "on"}
        assert whole.client.post(address_of(parent, "copy"), sent).status_code < 500


def publish_by_api(attempt: Attempt) -> None:
    """Ask the admin's API to publish."""
    attempt.ask_api("publish")


def copy_by_api(attempt: Attempt) -> None:
    """Ask the admin's API for live copies and aliases, here and in another language."""
    attempt.ask_api("copy", keep_live=True, recursive=True)
    attempt.ask_api("create_alias", recursive=True, update_slug=f"alias-{next(_numbers)}")
    attempt.ask_api("copy_for_translation", locale="tr", copy_parents=True, alias=True)


def revert_by_api(attempt: Attempt) -> None:
    """Ask the admin's API for an old text, and publish that."""
    first = attempt.text.revisions.order_by("pk").first()
    attempt.ask_api("revert_to_page_revision", revision_id=first.pk)
    attempt.ask_api("publish")


def take_over_and_publish(attempt: Attempt) -> None:
    """Make the page one's own, lock it, and publish it."""
    Page.objects.filter(pk=attempt.text.pk).update(owner=attempt.user)
    attempt.client.post(address_of(attempt.text, "lock"))
    publish_button(attempt)
    attempt.client.post(address_of(attempt.text, "unlock"))


def cancel_and_publish(attempt: Attempt) -> None:
    """Take it back from the redactieraad, and publish it."""
    address = address_of(attempt.text, "confirm_workflow_cancellation")
    assert attempt.client.get(address).status_code < 500
    attempt.post("edit", **{"action-cancel-workflow": "1"})
    publish_as_it_is(attempt)


def edit_and_approve(attempt: Attempt) -> None:
    """Change what the members saw, and approve at once."""
    edited(attempt.text, attempt.kind, UNSEEN)
    approve_as_editor(attempt)


EVERYWHERE: tuple[Route, ...] = (
    publish_button,
    publish_as_it_is,
    publish_at_once,
    revert,
    edit_and_approve,
    cancel_and_publish,
)
ON_PAGES: tuple[Route, ...] = (
    publish_many,
    copy_live,
    copy_as_alias,
    copy_the_magazine,
    publish_by_api,
    copy_by_api,
    revert_by_api,
    take_over_and_publish,
)


def routes_of(text: Any) -> tuple[Route, ...]:
    """Return the routes that there are for a page or for a snippet."""
    return ON_PAGES + EVERYWHERE if isinstance(text, Page) else EVERYWHERE
