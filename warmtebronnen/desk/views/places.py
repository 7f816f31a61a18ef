"""The partner's places, and one of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from warmtebronnen.desk.access import partners_only, tenders_only
from warmtebronnen.desk.overview import show_place
from warmtebronnen.desk.standing import standings_of
from warmtebronnen.models import Tending, WarmtebronPage


@partners_only
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show a partner their places and how each stands."""
    places = WarmtebronPage.objects.tended_by(request.user).with_confirmation()
    standings = standings_of(places.order_by("title", "pk"), timezone.now())
    return render(request, "warmtebronnen/partner/desk.html", {"standings": standings})


@tenders_only
@require_safe
def place(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Show one place: what can be done at once, what can be proposed, where that stands."""
    return show_place(request, tending)
