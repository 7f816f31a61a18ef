"""What a member does with a text: approve it, send it back, ask, remark."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from redactieraad.deciding.remarks import leave_remark
from redactieraad.deciding.voting import VoteRefusedError, cast_vote
from redactieraad.desk.access import council_only
from redactieraad.desk.forms import RemarkForm
from redactieraad.desk.lists import waiting
from redactieraad.desk.outcomes import outcome_of
from redactieraad.desk.texts import text_of_task
from redactieraad.desk.views.texts import Attempt, show_text
from redactieraad.models import Member, Remark, Vote


@council_only
def approve(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    """Take a member's approval of the text that they saw."""
    if request.method != "POST":
        # Signing in again leads here without what was sent.
        return redirect("redactieraad:text", pk)
    seen = request.POST.get("fingerprint", "")
    try:
        cast_vote(member.user, pk, Vote.Choice.APPROVE, fingerprint=seen)
    except VoteRefusedError as refused:
        return show_text(request, member, pk, Attempt(refused=refused))
    return redirect("redactieraad:thanks", pk)


@council_only
def send_back(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    """Take a member's 'not yet', with the reason."""
    kind = Remark.Kind.SENT_BACK
    if request.method != "POST":
        return redirect("redactieraad:text", pk)
    form = RemarkForm(request.POST, request.FILES, prefix=kind)
    if not form.is_valid():
        return show_text(request, member, pk, Attempt(form, kind))
    said = form.cleaned_data
    try:
        cast_vote(
            member.user,
            pk,
            Vote.Choice.SEND_BACK,
            fingerprint=said["fingerprint"],
            remark=said["text"],
            voice=said["voice"],
        )
    except VoteRefusedError as refused:
        return show_text(request, member, pk, Attempt(form, kind, refused))
    return redirect("redactieraad:thanks", pk)


@council_only
def remark(request: HttpRequest, member: Member, pk: int, kind: str) -> HttpResponse:
    """Take a question or a remark, which decides nothing."""
    if request.method != "POST":
        return redirect("redactieraad:text", pk)
    form = RemarkForm(request.POST, request.FILES, prefix=kind)
    if not form.is_valid():
        return show_text(request, member, pk, Attempt(form, kind))
    said = form.cleaned_data
    try:
        leave_remark(member.user, pk, kind, text=said["text"], voice=said["voice"])
    except VoteRefusedError as refused:
        return show_text(request, member, pk, Attempt(form, kind, refused))
    messages.success(request, _("Thank you. The writer and the redactieraad can read it now."))
    response = redirect("redactieraad:text", pk)
    response.headers["Location"] += "#opmerkingen"
    return response


@council_only
@require_safe
def thanks(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    """Thank a member for their vote; say how the text stands, and which is next."""
    one = text_of_task(pk)
    vote = one.vote_of(member) if one else None
    if one is None or vote is None:
        return redirect("redactieraad:text", pk)
    context = {
        "member": member,
        "one": one,
        "vote": vote,
        "outcome": None if one.is_open else outcome_of(one),
        "next": next(iter(waiting(member).for_member), None),
    }
    return render(request, "redactieraad/thanks.html", context)
