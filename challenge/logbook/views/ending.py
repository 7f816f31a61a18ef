"""Stopping a week, at any moment; and closing it at its end."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from challenge.logbook.certificate.making import finish, may_have
from challenge.logbook.forms import StopForm
from challenge.logbook.overview import overview_of
from challenge.logbook.standing import standing_of
from challenge.logbook.weeks import WeekRefusedError, stop, week_of
from challenge.models import Week
from challenge.personal.access import Visit, members_only, show, to

STOP, CLOSE = "challenge/logbook/stop.html", "challenge/logbook/close.html"


@sensitive_post_parameters()
@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def stopping(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask why, if somebody wants to tell; only the button stops."""
    week = week_of(visit.invitee)
    if week is None:
        return to(visit, "week")
    initial = {"words": week.stop_words, "audience": week.stop_audience}
    form = StopForm(request.POST if request.method == "POST" else None, initial=initial)
    context = {
        "week": week,
        "form": form,
        "standing": standing_of(week, timezone.localdate(visit.now)),
    }
    if request.method != "POST":
        return show(request, visit, STOP, context)
    if not form.is_valid():
        return show(request, visit, STOP, context, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        stop(week, form.cleaned_data["words"], form.cleaned_data["audience"], visit.now)
    except WeekRefusedError:
        return show(request, visit, STOP, context | {"is_refused": True}, HTTPStatus.CONFLICT)
    messages.success(request, _("You stopped. Thank you for trying and for telling."))
    return to(visit, "logbook")


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the week once more; the button closes it, and makes the certificate."""
    week = week_of(visit.invitee)
    if week is None:
        return to(visit, "week")
    if request.method == "POST":
        return _close(request, visit, week)
    return _show(request, visit, week)


def _close(request: HttpRequest, visit: Visit, week: Week) -> HttpResponse:
    try:
        finish(week, visit.now)
    except WeekRefusedError:
        return _show(request, visit, week, HTTPStatus.CONFLICT, is_refused=True)
    messages.success(request, _("Your week is closed. Your certificate is ready."))
    return to(visit, "logbook")


def _show(
    request: HttpRequest,
    visit: Visit,
    week: Week,
    status: HTTPStatus = HTTPStatus.OK,
    *,
    is_refused: bool = False,
) -> HttpResponse:
    context = {
        "week": week,
        "overview": overview_of(week, timezone.localdate(visit.now)),
        "may_have": may_have(week, visit.now),
        "is_refused": is_refused,
    }
    return show(request, visit, CLOSE, context, status)
