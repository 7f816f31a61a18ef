"""Makes a council and its decisions, for tests of every app."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group

from accounts.models import User
from redactieraad.deciding.voting import cast_vote
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Member, RedactieraadTaskState, Vote
from redactieraad.selectors import COUNCIL


def member(name: str, *, expert: bool = True, reads: tuple[str, ...] = ("nl",)) -> User:
    """Return a new member of the council, by the name in their address."""
    user = User.objects.create_user(f"{name}@voorbeeld.example", "x", first_name=name)
    user.groups.add(Group.objects.get(name=COUNCIL))
    Member.objects.create(user=user, is_expert=expert, reads=list(reads))
    return user


def council() -> list[User]:
    """Return five new members, of whom the first three are experts."""
    return [member(f"lid{number}", expert=number <= 3) for number in range(1, 6)]


def submit(text: Any, user: User | None = None) -> RedactieraadTaskState:
    """Ask the redactieraad about the latest revision of a page or snippet."""
    return text.get_workflow().start(text, user).current_task_state.specific


def approve(state: RedactieraadTaskState, members: list[User]) -> None:
    """Let these members approve the text as it is now."""
    state = RedactieraadTaskState.objects.get(pk=state.pk)
    seen = fingerprint_of_revision(state.workflow_state.content_object.latest_revision)
    for user in members:
        cast_vote(user, state.pk, Vote.Choice.APPROVE, fingerprint=seen)


def publish(text: Any, members: list[User]) -> Any:
    """Return the text after it was submitted and approved by these members."""
    if text.latest_revision is None:
        text.save_revision()
    approve(submit(text), members)
    text.refresh_from_db()
    return text
