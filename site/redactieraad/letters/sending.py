"""What members and writers are told by e-mail about one text.

Each letter is a task of its own, which looks again when it runs: what is no longer so, is not
told. Letters name no member, and no title stands in a subject.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django_tasks import task

from django.conf import settings
from django.db import transaction

from wagtail.users.models import UserProfile

from accounts.models import User
from core.letters import send, sending

# Where members decide; part of the addresses that never change.
DESK = "/redactieraad/"
# The kinds of letters that can be about several texts.
TOLD_TOGETHER = frozenset({"public"})

_is_quiet: contextvars.ContextVar[bool] = contextvars.ContextVar("is_quiet", default=False)
# What is told in one letter: by kind and person, the numbers of what it is about.
Gathered = dict[tuple[str, int], list[int]]
_gathered: contextvars.ContextVar[Gathered | None] = contextvars.ContextVar(
    "gathered", default=None
)


@contextmanager
def quietly() -> Iterator[None]:
    """Tell nobody of what happens inside this block: the demo's history, an import."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


@contextmanager
def in_one_letter() -> Iterator[None]:
    """Tell each person all that becomes public inside this block at once: a whole edition.

    Where the block fails, nothing happened, and nothing is told.
    """
    if _gathered.get() is not None:
        yield
        return
    gathered: Gathered = {}
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    for (kind, user_id), subjects in sorted(gathered.items()):
        _queue(kind, user_id, subjects if len(subjects) > 1 else subjects[0])


def tell_votes_are_void(voters: Iterable[int], task_state_id: int) -> None:
    """Tell members that a text was changed after they judged it, so that they look again."""
    tell("votes_void", voters, task_state_id)


def tell(kind: str, user_ids: Iterable[int], subject_id: int) -> None:
    """Have people told of something, once it is certain that it happened.

    Args:
        kind: one of `contents.LETTERS`, and the name of the templates.
        user_ids: whom to tell.
        subject_id: the number of what it is about; which table, the kind knows.

    """
    if _is_quiet.get():
        return
    gathered = _gathered.get() if kind in TOLD_TOGETHER else None
    for user_id in sorted(set(user_ids)):
        if gathered is None:
            _queue(kind, user_id, subject_id)
        else:
            gathered.setdefault((kind, user_id), []).append(subject_id)


def _queue(kind: str, user_id: int, about: int | list[int]) -> None:
    # A letter that cannot be queued is no reason to undo a vote.
    transaction.on_commit(_queueing(kind, user_id, about), robust=True)


def _queueing(kind: str, user_id: int, about: int | list[int]) -> Callable[[], None]:
    """Return what queues one letter.

    Not a `partial`: Django logs what failed by its `__qualname__`, which that lacks.
    """

    def queue() -> None:
        write.enqueue(kind, user_id, about)

    return queue


@task()
def write(kind: str, user_id: int, about: int | list[int], attempt: int = 0) -> None:
    """Write to one person, if there is still something to tell."""
    from redactieraad.letters.contents import LETTERS  # noqa: PLC0415 - it tells through here

    user = User.objects.filter(pk=user_id, is_active=True).first()
    context = LETTERS[kind](user, about) if user else None
    if user is None or context is None:
        return
    context |= {"desk": DESK, "who": user}
    with sending(write, attempt, kind, user_id, about):
        send(user.email, f"redactieraad/email/{kind}", context, language=language_for(user))


def language_for(user: User) -> str:
    """Return the language to write to somebody in: what they chose, or else what they read."""
    chosen = UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True)
    member = getattr(user, "redactieraad_member", None)
    reads = member.reads if member else []
    if settings.LANGUAGE_CODE in reads or not reads:
        reads = [settings.LANGUAGE_CODE]
    wanted = [*filter(None, chosen), *reads, settings.LANGUAGE_CODE]
    return next(tag for tag in wanted if tag in dict(settings.LANGUAGES))
