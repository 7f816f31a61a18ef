"""The page of figures, in every language."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from core.pagecache.registry import Views
from core.pagecache.shared import this_is_page
from core.pagecache.views import kept
from warmtebronnen.addresses import CODES
from warmtebronnen.figures.counting import Place, count
from warmtebronnen.figures.plots import plots_of
from warmtebronnen.models import Confirmation
from warmtebronnen.snapshot import directory


def figures_addresses() -> Views:
    """Return where the figures are, in each language."""
    paths = []
    for code in CODES:
        with override(code):
            paths.append(reverse("warmtebronnen:figures"))
    return Views(tuple(paths))


@require_safe
@kept
def figures(request: HttpRequest) -> HttpResponse:
    """Show how many places there are, where, with what, and how many are confirmed."""
    this_is_page(request.path)
    found = count(_places(), timezone.now())
    areas = apps.get_model("projects.Area").objects.live()
    context: dict[str, Any] = {
        "figures": found,
        "plots": plots_of(found, dict(areas.values_list("key", "name"))),
        "today": timezone.localdate(),
    }
    return render(request, "warmtebronnen/figures.html", context)


def _places() -> list[Place]:
    """Return what is counted of every public place: from the directory, and by one query."""
    newest = Confirmation.objects.values("place").annotate(moment=Max("confirmed_at"))
    confirmed = dict(newest.values_list("place", "moment").order_by())
    return [
        Place(
            needs=entry.needs,
            spoken=entry.spoken,
            area="" if entry.is_confidential else entry.area[0],
            confirmed_at=confirmed.get(entry.pk),
        )
        for entry in directory().entries
    ]
