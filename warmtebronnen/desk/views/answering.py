"""Answering what the redactieraad asks of a change."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from redactieraad.admin.situation import situation_of
from redactieraad.deciding.remarks import leave_remark
from redactieraad.deciding.voting import VoteRefusedError
from redactieraad.forms.answers import AnswerForm
from redactieraad.models import Remark
from warmtebronnen.desk.access import tenders_only
from warmtebronnen.desk.overview import Attempt, show_place
from warmtebronnen.models import Tending


@tenders_only
@require_POST
def answer(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Give the writer's answer to the members, while they judge the change."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show_place(request, tending, Attempt("answer", form))
    change = situation_of(tending.place, tending.user).desk
    number, said = change.state.pk if change else 0, form.cleaned_data["text"]
    try:
        leave_remark(tending.user, number, Remark.Kind.ANSWER, text=said)
    except VoteRefusedError as error:
        form.add_error(None, str(error.message))
        return show_place(request, tending, Attempt("answer", form))
    messages.success(request, _("Your answer is with the redactieraad."))
    return redirect("partner:place", tending.place_id)
