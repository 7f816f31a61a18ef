"""Who comes to a member's own page: whoever holds a personal link that still works.

A view behind such a link looks like this:

    @members_only
    @require_POST
    def close(request: HttpRequest, visit: Visit) -> HttpResponse: ...

Its address begins with `<str:token>/`; the view gets a `Visit` in the token's stead. Its
template extends `challenge/personal/base.html` and is rendered by `show`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.core.internal.ratelimit import consume

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from challenge import links
from challenge.models import Campaign, Invitee
from core.security.token_pages import keep_token_here
from core.seo.robots import unlisted

# The rate of ACCOUNT_RATE_LIMITS that tokens which open nothing count for.
GUESSING = "personal_link"
WAIT_SECONDS = 60
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Visit:
    """A request by somebody who holds a link that works.

    Attributes:
        invitee: whose page it is.
        token: what the link holds; it goes into addresses, and nowhere else.
        now: the moment of the request.

    """

    invitee: Invitee
    token: str
    now: datetime

    @property
    def campaign(self) -> Campaign:
        """Return the campaign that this is about."""
        campaign: Campaign = self.invitee.campaign
        return campaign

    def address(self, name: str, *arguments: Any) -> str:
        """Return the address of one of this member's own pages, such as `answer`."""
        return reverse(f"challenge:{name}", args=[self.token, *arguments])


def members_only(view: View) -> View:
    """Let in who holds a link that works; for all others there is one page."""

    @keep_token_here
    @wraps(view)
    def guarded(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not _may_guess(request, dry_run=True):
            return unlisted(_too_many(request))
        now = timezone.now()
        invitee = links.look_up(token, now)
        if invitee is None:
            may_go_on = _may_guess(request)
            return unlisted(_refuse(request) if may_go_on else _too_many(request))
        try:
            return unlisted(view(request, Visit(invitee, token, now), *args, **kwargs))
        except Http404:
            # Also what is not there is answered with the headers of these pages.
            return unlisted(render(request, "404.html", status=HTTPStatus.NOT_FOUND))

    return guarded


def show(
    request: HttpRequest,
    visit: Visit,
    template: str,
    context: dict[str, Any] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Answer with a page of the member's own; every template gets `visit`."""
    return render(request, template, {"visit": visit, **(context or {})}, status=status)


def to(visit: Visit, name: str) -> HttpResponse:
    """Return the way to another of the member's own pages."""
    return redirect(visit.address(name))


def _may_guess(request: HttpRequest, *, dry_run: bool = False) -> bool:
    """Return whether this machine may try a token, and count it unless this only asks.

    allauth's public function counts no opening of a page; tokens are guessed by opening.
    """
    app = "allauth.account"
    return bool(consume(request, app=app, action=GUESSING, dry_run=dry_run, limit_get=True))


def _refuse(request: HttpRequest) -> HttpResponse:
    """Say that this link opens nothing, and give back what was typed behind it."""
    context = {"typed": request.POST.get("words", "")}
    name = "challenge/personal/refused.html"
    return render(request, name, context, status=HTTPStatus.NOT_FOUND)


def _too_many(request: HttpRequest) -> HttpResponse:
    context = {"typed": request.POST.get("words", "")}
    name = "challenge/personal/too_many.html"
    response = render(request, name, context, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(WAIT_SECONDS)
    return response
