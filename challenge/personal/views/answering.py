"""Answering, replying to what an answer is met with, and changing one's mind."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from challenge.personal.access import Visit, members_only, show, to
from challenge.personal.answering import TooLateError, give_answer, newest_answer
from challenge.personal.forms import AnswerForm, FollowUpForm
from challenge.personal.texts import answers_on, page_of

TEMPLATE = "challenge/personal/answer.html"


@sensitive_post_parameters()
@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the answer that was given with its follow-up question, and the form for another."""
    if request.method == "POST":
        return _take(request, visit)
    return _show(request, visit)


@sensitive_variables()
def _take(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep what was answered, or show it again with what is wrong."""
    page = page_of(visit.campaign)
    form = AnswerForm(answers_on(page), request.POST)
    if not visit.campaign.takes_answers(visit.now):
        return _too_late(request, visit)
    if not form.is_valid():
        return _show(request, visit, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        is_new = give_answer(visit.invitee, form.reply(), visit.now)
    except TooLateError:
        return _too_late(request, visit)
    if is_new:
        messages.success(request, _("We have kept your answer. Thank you."))
    return to(visit, "answer")


def _too_late(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say so, and give back what was typed."""
    typed = request.POST.get("words", "")
    return _show(request, visit, None, HTTPStatus.CONFLICT, is_refused=True, typed=typed)


def _show(
    request: HttpRequest,
    visit: Visit,
    attempt: AnswerForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    page, newest = page_of(visit.campaign), newest_answer(visit.invitee)
    texts = answers_on(page)
    context: dict[str, Any] = {"answer": newest, "campaign_page": page, **more}
    if newest:
        context["text"] = texts.get(newest.choice)
        context["earlier"] = visit.invitee.answers.filter(number__lt=newest.number)
    if visit.campaign.takes_answers(visit.now):
        context |= _forms(texts, newest, attempt)
    return show(request, visit, TEMPLATE, context, status)


def _forms(texts: dict[str, Any], newest: Any, attempt: AnswerForm | None) -> dict[str, Any]:
    """Return the form for an answer, and that for more words with the one that was given."""
    form = attempt or AnswerForm(texts)
    if newest is None:
        return {"form": form, "attempt": attempt}
    if attempt is None or attempt["choice"].value() != newest.choice:
        return {"form": form, "follow_up": FollowUpForm(newest), "attempt": attempt}
    reply = FollowUpForm(newest, attempt.data)
    return {"form": AnswerForm(texts), "follow_up": reply, "attempt": reply, "is_reply": True}
