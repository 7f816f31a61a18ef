"""The first page of the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from redactieraad.desk.access import council_only
from redactieraad.desk.lists import closed, waiting
from redactieraad.desk.texts import DeskText
from redactieraad.models import Member


@council_only
@require_safe
def desk(request: HttpRequest, member: Member) -> HttpResponse:
    """Show what waits for this member, and what was decided lately."""
    waits = waiting(member)
    context = {
        "member": member,
        "waiting": waits,
        "others": [(one, _why_not(member, one)) for one in waits.for_others],
        "closed": closed(member),
    }
    return render(request, "redactieraad/desk.html", context)


def _why_not(member: Member, one: DeskText) -> str:
    """Return why a member need not vote on a text: they did, or they may not."""
    if vote := one.vote_of(member):
        return _("You said: %(judgement)s") % {"judgement": vote.get_choice_display()}
    refused = one.refusal_for(member)
    return str(refused[1]) if refused else ""
