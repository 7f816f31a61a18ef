"""What will be published, or is, about oneself, corrections, and a statement."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from challenge.personal.access import Visit, members_only, show, to
from challenge.personal.answering import TooLateError
from challenge.personal.forms import CorrectionForm, StatementForm
from challenge.personal.record import record_of
from challenge.personal.replying import (
    ask_correction,
    make_statement,
    newest_statement,
    takes_corrections,
    takes_statements,
)

RECORD = "challenge/personal/publication.html"
CORRECTION = "challenge/personal/correction.html"
STATEMENT = "challenge/personal/statement.html"
READ = ["GET", "HEAD", "POST"]


@members_only
@require_safe
def publication(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what readers will see of this member, as they will see it."""
    campaign = visit.campaign
    context = {
        # A launch can come later than planned.
        "public_from": campaign.stage_since if campaign.is_launched else campaign.launch_at,
        "record": record_of(visit.invitee, visit.now),
        # What members wrote is in this language, whatever the reader's.
        "own_language": settings.LANGUAGE_CODE,
        "takes_corrections": takes_corrections(campaign),
        "takes_statements": takes_statements(campaign, visit.now),
    }
    return show(request, visit, RECORD, context)


@sensitive_post_parameters()
@members_only
@require_http_methods(READ)
def correction(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask a correction, and see what became of those before."""
    if request.method != "POST":
        return _show_corrections(request, visit, CorrectionForm())
    return _take_correction(request, visit)


@sensitive_post_parameters()
@members_only
@require_http_methods(READ)
def statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make a statement, change it, or take it back."""
    if request.method != "POST":
        newest = newest_statement(visit.invitee)
        form = StatementForm(initial={"words": newest.words if newest else ""})
        return _show_statement(request, visit, form)
    return _take_statement(request, visit)


@sensitive_variables()
def _take_correction(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = CorrectionForm(request.POST)
    if not takes_corrections(visit.campaign):
        return _too_late(request, visit, _show_corrections)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _show_corrections(request, visit, form, status)
    try:
        ask_correction(visit.invitee, form.cleaned_data["words"], visit.now)
    except TooLateError:
        return _too_late(request, visit, _show_corrections)
    messages.success(request, _("Thank you. We look at it, and you read here what we do."))
    return to(visit, "correction")


@sensitive_variables()
def _take_statement(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = StatementForm(request.POST)
    if not takes_statements(visit.campaign, visit.now):
        return _too_late(request, visit, _show_statement)
    if not form.is_valid():
        return _show_statement(request, visit, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        is_new = make_statement(visit.invitee, form.cleaned_data["words"], visit.now)
    except TooLateError:
        return _too_late(request, visit, _show_statement)
    if is_new:
        messages.success(request, _("We have kept it. This is how readers will see it."))
    return to(visit, "publication")


def _too_late(request: HttpRequest, visit: Visit, page: Any) -> HttpResponse:
    """Say so, and give back what was typed."""
    typed = {"is_refused": True, "typed": request.POST.get("words", "")}
    return page(request, visit, None, HTTPStatus.CONFLICT, **typed)


def _show_corrections(
    request: HttpRequest,
    visit: Visit,
    form: CorrectionForm | None,
    status: HTTPStatus = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    is_open = takes_corrections(visit.campaign)
    context = {"form": form if is_open else None, "asked": visit.invitee.corrections.all(), **more}
    return show(request, visit, CORRECTION, context, status)


def _show_statement(
    request: HttpRequest,
    visit: Visit,
    form: StatementForm | None,
    status: HTTPStatus = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    is_open = takes_statements(visit.campaign, visit.now)
    newest = newest_statement(visit.invitee)
    context = {"form": form if is_open else None, "statement": newest, **more}
    return show(request, visit, STATEMENT, context, status)
