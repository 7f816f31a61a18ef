"""The files that the journalist takes along: as filtered, safe to open, under embargo."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from challenge.journalist.access import readers_only
from challenge.journalist.files import CSV, XLSX, as_csv, as_xlsx, file_name
from challenge.journalist.forms.filters import FilterForm
from challenge.journalist.tables import BY_SLUG
from challenge.models import Campaign

FORMATS = {"csv": (CSV, as_csv), "xlsx": (XLSX, as_xlsx)}


@readers_only
def export(request: HttpRequest, slug: str, table: str, ending: str) -> HttpResponse:
    """Return a table as a file, narrowed down as the list was.

    Raises:
        Http404: there is no such table, or not in this format.

    """
    campaign = get_object_or_404(Campaign, slug=slug)
    if table not in BY_SLUG or ending not in FORMATS:
        raise Http404
    content_type, written = FORMATS[ending]
    asked = FilterForm(request.GET, campaign).asked
    content = written(BY_SLUG[table], campaign, asked)
    name = file_name(BY_SLUG[table], campaign, ending)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
