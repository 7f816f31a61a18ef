"""Casting a vote: who may, on which text, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail.models import TaskState, WorkflowState

from redactieraad.deciding.counting import decide, standing_of, text_of
from redactieraad.deciding.writers import writers_of
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.guard import NotApprovedError
from redactieraad.models import Member, RedactieraadTaskState, Remark, Vote
from redactieraad.selectors import active_members, language_of

if TYPE_CHECKING:
    from accounts.models import User


class VoteRefusedError(PermissionDenied):
    """A vote that does not count, with the reason in plain words."""

    def __init__(self, reason: str, message: str | Promise) -> None:
        """Keep the reason (a word for programs) and the message (for the member)."""
        self.reason = reason
        self.message = message
        super().__init__(str(message))


NOT_A_MEMBER = ("not-a-member", _("Only members of the redactieraad can decide on this text."))
OWN_TEXT = ("own-text", _("You wrote or edited this text yourself, so others decide on it."))
OTHER_LANGUAGE = ("language", _("This text is in a language that you do not read."))
NO_LONGER_OPEN = ("closed", _("This text has been decided on already. Your vote is not needed."))
CHANGED = ("changed", _("The text was changed while you read it. Please look once more."))
VOTED = ("voted", _("You have given your judgement on this text already."))
CANNOT_APPEAR = ("cannot-appear", _("This text cannot appear now. No judgement is needed."))
REASON_NEEDED = ("remark", _("Tell the writer why, then they can do something about it."))


def may_vote(user: User, task_state: RedactieraadTaskState) -> tuple[str, Promise] | None:
    """Return why this person may not vote on the text of this task; None if they may."""
    text = text_of(task_state)
    return refusal(_member(user), writers_of(text), language_of(text))


def refusal(member: Member | None, writers: set[int], language: str) -> tuple[str, Promise] | None:
    """Return why a member may not vote on a text in this language, by these writers."""
    if member is None:
        return NOT_A_MEMBER
    if member.user_id in writers:
        return OWN_TEXT
    if not member.can_read(language):
        return OTHER_LANGUAGE
    return None


@transaction.atomic
def cast_vote(
    user: User,
    task_state_id: int,
    choice: str,
    *,
    fingerprint: str,
    remark: str = "",
    voice: File | None = None,
) -> Vote:
    """Record a member's judgement, and carry out what it decides.

    The last approval that was needed publishes the text in the same transaction, or plans
    it; 'not yet' gives it back to its writer.

    Args:
        user: who judges.
        task_state_id: the text at the redactieraad.
        choice: one of `Vote.Choice`.
        fingerprint: of the text that the member has seen.
        remark: why; for 'not yet' it is needed, or the voice note is.
        voice: the same, said aloud.

    Raises:
        VoteRefusedError: the vote does not count; it says why. Nothing is recorded.

    """
    task_state = open_task_state(task_state_id)
    text = text_of(task_state)
    writers = writers_of(text)
    reason = refusal(_member(user), writers, language_of(text))
    if reason:
        raise VoteRefusedError(*reason)
    revision = text.latest_revision
    if fingerprint_of_revision(revision) != fingerprint:
        raise VoteRefusedError(*CHANGED)
    mine = Vote.objects.standing().filter(task_state=task_state, user=user)
    if mine.filter(fingerprint=fingerprint).exists():
        raise VoteRefusedError(*VOTED)
    # An edit at the very moment of that vote did not see it yet.
    mine.update(voided_at=timezone.now())
    if choice == Vote.Choice.SEND_BACK and not (remark.strip() or voice):
        raise VoteRefusedError(*REASON_NEEDED)
    vote = Vote.objects.create(
        task_state=task_state,
        user=user,
        revision=revision,
        fingerprint=fingerprint,
        choice=choice,
        was_expert=user.redactieraad_member.is_expert,
    )
    if remark.strip() or voice:
        sent_back = choice == Vote.Choice.SEND_BACK
        kind = Remark.Kind.SENT_BACK if sent_back else Remark.Kind.REMARK
        said = {"text": remark.strip(), "voice": voice}
        Remark.objects.create(task_state=task_state, user=user, kind=kind, **said)
    _carry_out(task_state, vote, remark, writers)
    return vote


def vote_from_admin(task_state: TaskState, user: User, action: str, comment: str) -> None:
    """Take an action of Wagtail's own workflow addresses as a vote on the latest text.

    Raises:
        PermissionDenied: there is no such action, or the vote does not count.

    """
    choices = {"approve": Vote.Choice.APPROVE, "reject": Vote.Choice.SEND_BACK}
    if action not in choices:
        raise PermissionDenied
    text = text_of(task_state)
    seen = fingerprint_of_revision(text.latest_revision)
    cast_vote(user, task_state.pk, choices[action], fingerprint=seen, remark=comment)


def recount(task_state: RedactieraadTaskState) -> None:
    """Carry out what the votes decide where something else than a vote changed the count."""
    with transaction.atomic():
        try:
            _approve_if_decided(open_task_state(task_state.pk))
        except VoteRefusedError:
            return


def _member(user: User) -> Member | None:
    return active_members().filter(user=user).first()


def open_task_state(task_state_id: int) -> RedactieraadTaskState:
    """Return the task state, open, and locked so that votes are counted one after another.

    Raises:
        VoteRefusedError: it is not open any more.

    """
    task_state = (
        RedactieraadTaskState.objects.select_for_update(of=("self",))
        .filter(pk=task_state_id, status=TaskState.STATUS_IN_PROGRESS)
        .first()
    )
    if task_state is None or text_of(task_state) is None:
        raise VoteRefusedError(*NO_LONGER_OPEN)
    workflow_state = task_state.workflow_state
    is_current = workflow_state.current_task_state_id == task_state.pk
    if not is_current or workflow_state.status != WorkflowState.STATUS_IN_PROGRESS:
        raise VoteRefusedError(*NO_LONGER_OPEN)
    return task_state


def _carry_out(
    task_state: RedactieraadTaskState, vote: Vote, remark: str, writers: set[int]
) -> None:
    if vote.choice == Vote.Choice.SEND_BACK:
        task_state.reject(user=vote.user, comment=remark.strip())
        return
    try:
        _approve_if_decided(task_state, writers)
    except NotApprovedError as error:
        # It was changed between the count and the publishing.
        raise VoteRefusedError(*CHANGED) from error


def _approve_if_decided(task_state: RedactieraadTaskState, writers: set[int] | None = None) -> None:
    standing = standing_of(task_state, writers)
    if standing.tally.is_reached:
        if not text_of(task_state).latest_revision.as_object().may_be_judged():
            raise VoteRefusedError(*CANNOT_APPEAR)
        decide(task_state, standing)
        task_state.approve()
