"""Choosing a week, or another one while nothing is written in it."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from challenge.logbook.forms import WeekForm
from challenge.logbook.weeks import WeekRefusedError, choose, may_choose, week_of
from challenge.personal.access import Visit, members_only, show, to

TEMPLATE = "challenge/logbook/week.html"


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the week that was chosen, and the choice while there is one."""
    today = timezone.localdate(visit.now)
    chosen = week_of(visit.invitee)
    form = None
    if may_choose(visit.invitee, chosen, today):
        data = request.POST if request.method == "POST" else None
        initial = {"starts_on": chosen.starts_on if chosen else today}
        form = WeekForm(data, campaign=visit.campaign, today=today, initial=initial)
    if request.method == "POST":
        return _take(request, visit, form)
    return show(request, visit, TEMPLATE, {"week": chosen, "form": form})


def _take(request: HttpRequest, visit: Visit, form: WeekForm | None) -> HttpResponse:
    """Keep the choice, or show it again with what is wrong."""
    chosen = week_of(visit.invitee)
    if form is None:
        return _refuse(request, visit)
    if not form.is_valid():
        context = {"week": chosen, "form": form}
        return show(request, visit, TEMPLATE, context, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        choose(visit.invitee, form.cleaned_data["starts_on"], visit.now)
    except WeekRefusedError:
        return _refuse(request, visit)
    messages.success(request, _("We have written down your week."))
    return to(visit, "logbook")


def _refuse(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say that there is no choice any more."""
    context = {"week": week_of(visit.invitee), "is_refused": True}
    return show(request, visit, TEMPLATE, context, HTTPStatus.CONFLICT)
