"""Sending a partner's change to the redactieraad: saved and submitted together, or not at all."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from wagtail.models import WorkflowState

from accounts.models import User
from redactieraad.checks import NotReadyError
from redactieraad.fingerprint import fingerprint
from warmtebronnen.desk.editing import Editing, mark_of, newest
from warmtebronnen.models import WarmtebronPage


class ChangedMeanwhileError(Exception):
    """Somebody else changed the place after the form was opened."""


def changes_something(editing: Editing) -> bool:
    """Return whether the place will be another text than its newest version."""
    return fingerprint(editing.after()) != fingerprint(newest(editing.place))


@transaction.atomic
def propose(editing: Editing, user: User) -> None:
    """Save the change as a new version, and ask the redactieraad about it.

    Raises:
        ChangedMeanwhileError: there is a newer version than the form began with.
        NotReadyError: something has to be mended first; it says what.

    """
    place = WarmtebronPage.objects.select_for_update().get(pk=editing.place.pk)
    if mark_of(place) != editing.began_with:
        raise ChangedMeanwhileError
    editing.after().save_revision(user=user, log_action=True)
    place.refresh_from_db()
    _submit(place, user)


def _submit(place: WarmtebronPage, user: User) -> None:
    """Ask the redactieraad, unless this place waits there already: it sees the new version."""
    state = place.current_workflow_state
    if state is None:
        workflow = place.get_workflow()
        if workflow is None:
            raise NotReadyError(place, [_("The redactieraad takes no texts now. Try again later.")])
        workflow.start(place, user)
    elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
