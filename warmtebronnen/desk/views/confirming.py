"""'Yes, all is right': from the desk, or by the button behind a mailed link."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from core.security.token_pages import keep_token_here
from core.seo.robots import unlisted
from warmtebronnen.desk.access import tenders_only
from warmtebronnen.desk.facts import facts_of
from warmtebronnen.models import Confirmation, Tending
from warmtebronnen.upkeep.confirmations import Standing, confirm, look_up

STATUSES = {
    Standing.READY: HTTPStatus.OK,
    Standing.DONE: HTTPStatus.OK,
    Standing.EXPIRED: HTTPStatus.GONE,
    Standing.UNKNOWN: HTTPStatus.BAD_REQUEST,
}


@tenders_only
@require_POST
def confirm_at_desk(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Write down that all is right."""
    confirm(tending.place, tending.user, Confirmation.By.PLACE)
    messages.success(request, _("Thank you. Readers see that you looked today."))
    return redirect("partner:place", tending.place_id)


# The link itself is the secret, so that this works where no cookie is kept.
@csrf_exempt
@keep_token_here
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show what readers see of a place, with one button; only the button changes something.

    Programs that look into mail open links by themselves.
    """
    found = look_up(token)
    tending = found.tending
    if request.method == "POST" and tending is not None:
        confirm(tending.place, tending.user, Confirmation.By.PLACE, since=tending.asked_at)
        found = look_up(token)
    context: dict[str, Any] = {"standing": found.standing.value, "tending": tending}
    if tending is not None:
        context |= {"place": tending.place, "facts": facts_of(tending.place)}
    name = "warmtebronnen/partner/confirm.html"
    return unlisted(render(request, name, context, status=STATUSES[found.standing]))
