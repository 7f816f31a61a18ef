"""The places that nobody found right for long, for the team to call."""

from __future__ import annotations

from typing import Any, cast

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin import messages

from accounts.models import User
from core.admin_views import PermittedView
from warmtebronnen.freshness import Freshness, freshness, stale_moment, sunk_moment
from warmtebronnen.models import Confirmation, WarmtebronPage
from warmtebronnen.row_numbers import row_number
from warmtebronnen.upkeep.confirmations import confirm

PERMISSION = "warmtebronnen.add_confirmation"
PER_PAGE = 50
NEVER = "never"
FILTERS = {
    "": gettext_lazy("All"),
    Freshness.STALE.value: gettext_lazy("Marked to readers"),
    Freshness.SUNK.value: gettext_lazy("Last in the list"),
    NEVER: gettext_lazy("Never found right"),
}


def unconfirmed(kind: str = "") -> QuerySet[WarmtebronPage]:
    """Return the public places that nobody found right for long, the longest first.

    Args:
        kind: a key of `FILTERS`.

    """
    now = timezone.now()
    places = WarmtebronPage.objects.originals().live().with_confirmation()
    places = places.annotate(
        counted_from=Coalesce("confirmed_at", F("first_published_at")),
        reports_open=Count("reports", filter=Q(reports__answered_at=None), distinct=True),
        tended_by_number=Count("tendings", distinct=True),
    )
    if kind == NEVER:
        places = places.filter(confirmed_at=None)
    else:
        moment = sunk_moment(now) if kind == Freshness.SUNK else stale_moment(now)
        places = places.filter(counted_from__lte=moment)
        if kind == Freshness.STALE:
            places = places.filter(counted_from__gt=sunk_moment(now))
    return places.order_by("counted_from", "pk")


HERE = {"url": reverse_lazy("warmtebronnen_worklist"), "label": gettext_lazy("Places to look at")}


class WorkListView(PermittedView):
    """Places to look at, with one button for each: all is right."""

    template_name = "warmtebronnen/admin/worklist.html"
    page_title = gettext_lazy("Places to look at")
    header_icon = "tasks"
    permission_required = PERMISSION
    breadcrumbs_items = [*PermittedView.breadcrumbs_items, HERE]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Write down that the team found all right at a place."""
        places = WarmtebronPage.objects.originals().live()
        place = get_object_or_404(places, pk=row_number(request.POST.get("place", "")))
        confirm(place, cast("User", request.user), Confirmation.By.TEAM)
        messages.success(request, _("Found right: %(place)s") % {"place": place.title})
        return redirect(reverse_lazy("warmtebronnen_worklist"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the places and the ways to narrow them down."""
        asked = self.request.GET.get("stand", "")
        kind = asked if asked in FILTERS else ""
        page = Paginator(unconfirmed(kind), PER_PAGE).get_page(self.request.GET.get("p"))
        now = timezone.now()
        rows = [(one, freshness(one.counted_from, now)) for one in page]
        return super().get_context_data(
            rows=rows, page=page, kind=kind, filters=FILTERS.items(), **kwargs
        )
