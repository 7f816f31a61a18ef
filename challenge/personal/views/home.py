"""The first page: what is next now; and the button that says that the question arrived."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from challenge.logbook.standing import first_days, standing_of
from challenge.logbook.weeks import week_of
from challenge.models import Week
from challenge.personal.access import Visit, members_only, show, to
from challenge.personal.answering import TooLateError, confirm_receipt, newest_answer
from challenge.personal.moment import Situation, next_for
from challenge.personal.replying import newest_statement, takes_corrections, takes_statements
from challenge.personal.texts import answers_on, page_of


@members_only
@require_safe
def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what is next, and all that there is for this member. It changes nothing."""
    page = page_of(visit.campaign)
    answer = newest_answer(visit.invitee)
    week = week_of(visit.invitee)
    choice = answer.choice if answer else ""
    context = {
        "campaign_page": page,
        "answer": answer,
        "answer_text": answers_on(page).get(choice),
        "week": week,
        "statement": newest_statement(visit.invitee),
        "corrections": visit.invitee.corrections.count(),
        "takes_answers": visit.campaign.takes_answers(visit.now),
        "takes_corrections": takes_corrections(visit.campaign),
        "takes_statements": takes_statements(visit.campaign, visit.now),
        "next": next_for(_situation(visit, choice, week)).value,
    }
    return show(request, visit, "challenge/personal/home.html", context)


@members_only
@require_POST
def receipt(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that the question arrived."""
    try:
        confirm_receipt(visit.invitee, visit.now)
        messages.success(request, _("Thank you. We know now that our question reached you."))
    except TooLateError:
        messages.warning(request, _("This is not needed any more."))
    return to(visit, "personal")


def _situation(visit: Visit, choice: str, week: Week | None) -> Situation:
    today = timezone.localdate(visit.now)
    return Situation(
        stage=visit.campaign.stage,
        takes_answers=visit.campaign.takes_answers(visit.now),
        is_week_left=first_days(visit.campaign, today) is not None,
        is_received=visit.invitee.receipt_confirmed_at is not None,
        choice=choice,
        week=standing_of(week, today) if week else None,
    )
