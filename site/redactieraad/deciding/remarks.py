"""Remarks on a text: leaving one, and who may read and hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet

from redactieraad.deciding.counting import text_of
from redactieraad.deciding.voting import NOT_A_MEMBER, VoteRefusedError, open_task_state
from redactieraad.deciding.writers import writers_of
from redactieraad.models import Remark
from redactieraad.selectors import active_members

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from accounts.models import User


@transaction.atomic
def leave_remark(
    user: User, task_state_id: int, kind: str, *, text: str = "", voice: File | None = None
) -> Remark:
    """Keep what a member or a writer says of a text that is not decided on yet.

    What a writer says is an answer, whatever it was meant as.

    Raises:
        VoteRefusedError: this person is neither, or the text is not open any more.

    """
    task_state = open_task_state(task_state_id)
    if user.pk in writers_of(text_of(task_state)):
        kind = Remark.Kind.ANSWER
    elif not is_active_member(user):
        raise VoteRefusedError(*NOT_A_MEMBER)
    return Remark.objects.create(
        task_state=task_state, user=user, kind=kind, text=text.strip(), voice=voice
    )


def remarks_on(workflow_state: WorkflowState) -> QuerySet[Remark]:
    """Return all that was said of a text, in each round since it was submitted, in order."""
    said = Remark.objects.filter(task_state__workflow_state=workflow_state)
    return said.select_related("user")


def may_hear(user: User, remark: Remark) -> bool:
    """Return whether this person is in the council or wrote the text that was spoken about."""
    if is_active_member(user):
        return True
    text = text_of(remark.task_state)
    return text is not None and user.pk in writers_of(text)


def is_active_member(user: User) -> bool:
    """Return whether this person has a seat in the council now."""
    return active_members().filter(user=user).exists()
