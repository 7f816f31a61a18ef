"""What stands in each letter about a text; None where there is nothing to tell any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from wagtail.admin.admin_url_finder import AdminURLFinder

from accounts.models import User
from accounts.two_step import may_enter_admin
from redactieraad.deciding.counting import text_of
from redactieraad.deciding.remarks import remarks_on
from redactieraad.deciding.voting import may_vote
from redactieraad.letters.reminding import is_on_holiday
from redactieraad.models import Decision, RedactieraadTaskState, Remark
from redactieraad.publishing.pending import pending_of
from redactieraad.selectors import active_members, specific

Letter = Callable[[User, Any], dict[str, Any] | None]


def votes_void(user: User, task_state_id: int) -> dict[str, Any] | None:
    """Tell a member that their vote is void, if they can vote again; not in their holiday."""
    state = _open_state(task_state_id)
    member = active_members().filter(user=user).first()
    if state is None or member is None or is_on_holiday(member, timezone.now()):
        return None
    if may_vote(user, state) or state.votes.standing().filter(user=user).exists():
        return None
    return {"title": _title(text_of(state))}


def sent_back(user: User, task_state_id: int) -> dict[str, Any] | None:
    """Tell a writer that a text came back, with all that was said of it."""
    state = RedactieraadTaskState.objects.filter(pk=task_state_id).first()
    text = text_of(state) if state else None
    if state is None or text is None:
        return None
    remarks = remarks_on(state.workflow_state)
    return {"title": _title(text), "remarks": remarks, "editor": _editor(user, text)}


def question(user: User, remark_id: int) -> dict[str, Any] | None:
    """Tell a writer what a member asks, or a member what a writer answers."""
    remark = Remark.objects.filter(pk=remark_id).select_related("task_state").first()
    state = _open_state(remark.task_state_id) if remark else None
    if remark is None or state is None:
        return None
    text = text_of(state)
    return {"title": _title(text), "remarks": [remark], "editor": _editor(user, text)}


def approved(user: User, decision_id: int) -> dict[str, Any] | None:
    """Tell a writer that a text was approved and waits, if it does.

    It waits for its moment, or for what it appears with.
    """
    decision, text = _decided(decision_id)
    waiting = pending_of(text) if decision else None
    if waiting is None:
        return None
    return {
        "title": _title(text),
        "appears_at": waiting.appears_at,
        "appears_with": waiting.appears_with,
    }


def public(user: User, decision_ids: int | list[int]) -> dict[str, Any] | None:
    """Tell a writer that a text is there to be read, or all of theirs that appeared together."""
    ids = decision_ids if isinstance(decision_ids, list) else [decision_ids]
    decided = [_decided(one) for one in ids]
    texts = [
        {"title": _title(text), "address": getattr(text, "full_url", None) or ""}
        for decision, text in decided
        if decision and text.live
    ]
    return {"texts": texts} if texts else None


LETTERS: dict[str, Letter] = {
    "votes_void": votes_void,
    "sent_back": sent_back,
    "question": question,
    "answer": question,
    "approved": approved,
    "public": public,
}


def _open_state(task_state_id: int) -> RedactieraadTaskState | None:
    found = RedactieraadTaskState.objects.filter(
        pk=task_state_id, status=RedactieraadTaskState.STATUS_IN_PROGRESS
    )
    state = found.first()
    return state if state and text_of(state) else None


def _decided(decision_id: int) -> tuple[Decision | None, Any]:
    """Return a decision that is in force, and the text that it is about."""
    decision = Decision.objects.in_force().filter(pk=decision_id).first()
    model = decision.content_type.model_class() if decision else None
    if decision is None or model is None:
        return None, None
    found = model._default_manager.filter(pk=decision.object_id).first()
    return (decision, specific(found)) if found else (None, None)


def _title(text: Any) -> str:
    return str(text.get_latest_revision_as_object())


def _editor(user: User, text: Any) -> str:
    """Return the path of the desk or the editor where this person works on a text, if any."""
    if path := text.worked_on_at(user):
        return str(path)
    return (AdminURLFinder().get_edit_url(text) or "") if may_enter_admin(user) else ""
