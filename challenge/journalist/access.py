"""Who may read what was answered, and that nothing can be changed here.

Asked at every request, so that who loses the permission has no way in from that moment.
"""

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
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from core.seo.robots import unlisted

PERMISSION = "challenge.read_responses"

View = Callable[..., HttpResponseBase]


def may_read(user: Any) -> bool:
    """Return whether this person may read what was answered before it is public."""
    return bool(user and user.is_active and user.has_perm(PERMISSION))


def readers_only(view: View) -> View:
    """Let in who may read responses, to read: any other method is answered 405, whoever asks."""

    # Without a token a form would be answered 403, as if there were something here to send.
    @csrf_exempt
    @require_safe
    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if may_read(request.user):
            response = view(request, *args, **kwargs)
        else:
            name = "challenge/journalist/not_a_reader.html"
            response = render(request, name, status=HTTPStatus.FORBIDDEN)
        return unlisted(response)

    return guarded
