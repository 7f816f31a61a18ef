"""Who may come to the partner's desk: who tends a place, and only to that place.

It is asked at every request, so that who is removed has no way in from that moment, also not
by a form that stood open.
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

from core.seo.robots import unlisted
from warmtebronnen.models import Tending
from warmtebronnen.partners.tending import tending_of

View = Callable[..., HttpResponseBase]


def partners_only(view: View) -> View:
    """Let in who tends any place."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not Tending.objects.filter(user=request.user.pk).exists():
            return _not_a_partner(request)
        return unlisted(view(request, *args, **kwargs))

    return guarded


def tenders_only(view: View) -> View:
    """Let in who tends the place with this number; the view gets the tending in its stead."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tending = tending_of(request.user, pk)
        if tending is None:
            return _not_a_partner(request)
        return unlisted(view(request, tending, *args, **kwargs))

    return guarded


def _not_a_partner(request: HttpRequest) -> HttpResponseBase:
    """Say so; the same for a place that does not exist and for another's."""
    others = Tending.objects.filter(user=request.user.pk).exists()
    context = {"tends_another": others}
    name = "warmtebronnen/partner/not_a_partner.html"
    return unlisted(render(request, name, context, status=HTTPStatus.FORBIDDEN))
