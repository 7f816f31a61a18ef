"""Who sits in the redactieraad: a seat, the group that opens the desk, and what their votes do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed, post_save

from wagtail.models import TaskState

from accounts.models import User
from redactieraad.deciding.voting import recount
from redactieraad.models import Member, RedactieraadTask, RedactieraadTaskState
from redactieraad.quorum import Ballot, Quorum, can_be_reached
from redactieraad.selectors import COUNCIL, active_members


def connect() -> None:
    """Count again when an account is closed, or leaves the group without leaving its seat."""
    m2m_changed.connect(
        _on_groups, sender=User.groups.through, dispatch_uid="redactieraad.council.groups"
    )
    post_save.connect(_on_account, sender=User, dispatch_uid="redactieraad.council.account")


@transaction.atomic
def take_seat(member: Member) -> None:
    """Save a member: joining opens the desk, leaving closes it, and open votes are recounted."""
    member.save()
    group = Group.objects.get(name=COUNCIL)
    if member.left_on is None:
        member.user.groups.add(group)
    else:
        member.user.groups.remove(group)
    recount_votes_of(member.user_id)


def recount_votes_of(user_id: int) -> None:
    """Carry out what is decided now in each open text on which this person voted.

    Somebody who leaves can tip the scales: experts are then the majority of the rest.
    """
    open_texts = RedactieraadTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, votes__user=user_id, votes__voided_at=None
    )
    for task_state in open_texts.distinct():
        recount(task_state)


def ballots(members: Iterable[Member], language: str | None = None) -> list[Ballot]:
    """Return the ballots that these members could cast on a text in a language."""
    return [
        Ballot(member.user_id, member.is_expert)
        for member in members
        if language is None or member.can_read(language)
    ]


def quorums_out_of_reach() -> list[Quorum]:
    """Return the quorums in use for which the council has become too small."""
    members = ballots(active_members())
    tasks = RedactieraadTask.objects.filter(active=True)
    return [task.quorum for task in tasks if not can_be_reached(task.quorum, members, ())]


def _on_groups(
    instance: Any, action: str, *, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    if action not in {"post_remove", "post_clear"}:
        return
    for user_id in (pk_set or ()) if reverse else (instance.pk,):
        recount_votes_of(user_id)


def _on_account(
    instance: User, *, created: bool, update_fields: frozenset[str] | None, **kwargs: Any
) -> None:
    touched = update_fields is None or "is_active" in update_fields
    if touched and not created and not instance.is_active:
        recount_votes_of(instance.pk)
