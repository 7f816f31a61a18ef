"""Who may come to the desk, and what no cache, search engine or other site may do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from core.security.policy import permissions_policy
from core.seo.robots import unlisted
from redactieraad.selectors import active_members

MemberView = Callable[..., HttpResponseBase]


def council_only(view: MemberView) -> MemberView:
    """Let members in, who come to the view as its second argument, and nobody else."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        member = active_members().filter(user=request.user.pk).first()
        if member is None:
            response: HttpResponseBase = render(
                request, "redactieraad/not_a_member.html", status=HTTPStatus.FORBIDDEN
            )
        else:
            response = view(request, member, *args, **kwargs)
        return private(response)

    return guarded


def private(response: HttpResponseBase) -> HttpResponseBase:
    """Keep a response out of search engines, and let members use their microphone."""
    response.headers["Permissions-Policy"] = permissions_policy("microphone")
    return unlisted(response)
