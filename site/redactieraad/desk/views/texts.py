"""A text, what changed in it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wagtail.models import TaskState

from redactieraad.deciding.remarks import remarks_on
from redactieraad.deciding.voting import VoteRefusedError
from redactieraad.desk.access import council_only
from redactieraad.desk.changes import changes_between
from redactieraad.desk.forms import RemarkForm
from redactieraad.desk.looking import earlier_text, look_at
from redactieraad.desk.outcomes import outcome_of
from redactieraad.desk.reading import read
from redactieraad.desk.texts import DeskText, text_of_task
from redactieraad.models import Member, RedactieraadTaskState, Remark

# The forms below a text, by the kind of remark that they leave.
FORMS = (Remark.Kind.SENT_BACK, Remark.Kind.QUESTION, Remark.Kind.REMARK)
# With these, the form that was sent is not shown again: what was typed can become a remark.
CANNOT_VOTE = {"voted", "own-text", "language"}
STATUS = {
    "closed": HTTPStatus.CONFLICT,
    "changed": HTTPStatus.CONFLICT,
    "voted": HTTPStatus.CONFLICT,
    "remark": HTTPStatus.UNPROCESSABLE_ENTITY,
}


@dataclass(frozen=True)
class Attempt:
    """What a member tried and did not come through.

    Attributes:
        form: what they typed.
        kind: which form that was.
        refused: why it does not count; None where the form itself says what is wrong.

    """

    form: RemarkForm | None = None
    kind: str = ""
    refused: VoteRefusedError | None = None

    @property
    def status(self) -> HTTPStatus:
        """Return the status of the answer."""
        if self.refused is None:
            return HTTPStatus.UNPROCESSABLE_ENTITY
        return STATUS.get(self.refused.reason, HTTPStatus.FORBIDDEN)

    @property
    def typed(self) -> str:
        """Return what they typed, so that nothing is lost."""
        return self.form.data.get(self.form.add_prefix("text"), "") if self.form else ""

    @property
    def opens(self) -> str:
        """Return which form stands open now, with what they typed."""
        is_refused = self.refused is not None and self.refused.reason in CANNOT_VOTE
        return Remark.Kind.REMARK if is_refused and self.typed else self.kind


@council_only
@require_safe
def text(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    """Show a text as readers will see it, with what a member can do."""
    return show_text(request, member, pk)


@council_only
@require_safe
def changes(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    """Show what changed in a text since the member saw it, or since it is public."""
    one = text_of_task(pk)
    if one is None or not one.is_open:
        return redirect("redactieraad:text", pk)
    earlier = earlier_text(look_at(member, one), one)
    if earlier is None:
        return redirect("redactieraad:text", pk)
    found = changes_between(earlier.instance, one.revision.as_object(), request)
    context = {"member": member, "one": one, "earlier": earlier, "changes": found}
    return render(request, "redactieraad/changes.html", context)


def show_text(
    request: HttpRequest, member: Member, pk: int, attempt: Attempt | None = None
) -> HttpResponse:
    """Answer with the text as it is now, after an attempt or not."""
    one = text_of_task(pk)
    status = attempt.status if attempt else HTTPStatus.OK
    if one is None:
        gone = {"member": member, "attempt": attempt}
        return render(request, "redactieraad/gone.html", gone, status=HTTPStatus.GONE)
    if not one.is_open:
        return _show_closed(request, member, one, attempt)
    context: dict[str, Any] = {
        "member": member,
        "one": one,
        "vote": one.vote_of(member),
        "refusal": one.refusal_for(member),
        "reading": read(one, request),
        "earlier": earlier_text(look_at(member, one), one),
        "attempt": attempt,
        "forms": _forms(one, attempt),
        "remarks": remarks_on(one.state.workflow_state),
    }
    return render(request, "redactieraad/text.html", context, status=status)


def _forms(one: DeskText, attempt: Attempt | None) -> dict[str, RemarkForm]:
    """Return the forms below a text by their kind, as template names, with what was typed."""
    forms = {}
    for kind in FORMS:
        form = RemarkForm(prefix=kind, initial={"fingerprint": one.fingerprint})
        if attempt and attempt.form and attempt.opens == kind:
            form = attempt.form if attempt.kind == kind else form
            form.initial["text"] = attempt.typed
            _renew(form, one)
        forms[kind.name.lower()] = form
    return forms


def _renew(form: RemarkForm, one: DeskText) -> None:
    """Let the next try be about the text that the member sees now."""
    if form.is_bound:
        form.data = {**dict(form.data.items()), form.add_prefix("fingerprint"): one.fingerprint}


def _show_closed(
    request: HttpRequest, member: Member, one: DeskText, attempt: Attempt | None
) -> HttpResponse:
    """Answer with what became of a text, or with the round that it is in now."""
    again = RedactieraadTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__base_content_type=one.state.workflow_state.base_content_type,
        workflow_state__object_id=one.state.workflow_state.object_id,
    ).first()
    if again and not attempt:
        return redirect("redactieraad:text", again.pk)
    context = {
        "member": member,
        "one": one,
        "outcome": outcome_of(one),
        "vote": one.vote_of(member),
        "again": again,
        "attempt": attempt,
        "remarks": remarks_on(one.state.workflow_state),
    }
    status = attempt.status if attempt else HTTPStatus.OK
    return render(request, "redactieraad/closed.html", context, status=status)
