"""The public register: what was published, by how many approvals, and what went offline."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from core.opendata.tables import csv_response
from core.pagecache.registry import Views
from core.pagecache.views import kept
from languages.registry import CONTENT_LANGUAGES
from redactieraad.datasets import REGISTER_COLUMNS
from redactieraad.models import Entry
from redactieraad.register.approvals import with_approval
from redactieraad.register.lines import lines_of

PER_PAGE = 25


def register_addresses() -> Views:
    """Return where the register is, in each language."""
    paths = []
    for code, _name in CONTENT_LANGUAGES:
        with override(code):
            paths.append(reverse("redactieraad_register"))
    return Views(tuple(paths))


@require_safe
@kept
def register(request: HttpRequest) -> HttpResponse:
    """Show all entries, the newest first."""
    entries = Paginator(Entry.objects.all(), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"entries": entries, "lines": lines_of(entries)}
    return render(request, "redactieraad/register.html", context)


@require_safe
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """Show one entry in full, with what else the register says of that text."""
    found = get_object_or_404(with_approval(), number=number)
    same = Q(model=found.model, object_id=found.object_id)
    if found.translation_key:
        same |= Q(translation_key=found.translation_key)
    others = Entry.objects.filter(same).exclude(pk=found.pk)
    about, *other_lines = lines_of([found, *others])
    context = {"about": about, "other_lines": other_lines}
    return render(request, "redactieraad/entry.html", context)


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    """Return the whole register as a file, in the order in which it was written."""
    names = [column.name for column in REGISTER_COLUMNS]
    rows = Entry.objects.order_by("number").values(*names).iterator()
    return csv_response("register.csv", REGISTER_COLUMNS, (_row(row) for row in rows))


def _row(row: dict[str, Any]) -> dict[str, object]:
    return row | {"happened_at": row["happened_at"].isoformat()}
