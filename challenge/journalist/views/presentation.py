"""The slides for the hall: as a page, and as one file to put on a stick."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import translation

from challenge.journalist.access import readers_only
from challenge.journalist.one_file import inside
from challenge.journalist.slides import slides
from challenge.models import Campaign

TEMPLATE = "challenge/journalist/presentation.html"


@readers_only
def presentation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the slides."""
    campaign = get_object_or_404(Campaign.objects.select_related("council"), slug=slug)
    # The hall reads the language of the site, whatever this reader's own.
    with translation.override(settings.LANGUAGE_CODE):
        return render(request, TEMPLATE, {"campaign": campaign, "slides": slides(campaign)})


@readers_only
def one_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the slides with all that they need inside them; no network is asked for anything."""
    campaign = get_object_or_404(Campaign.objects.select_related("council"), slug=slug)
    with translation.override(settings.LANGUAGE_CODE):
        context = {"campaign": campaign, "slides": slides(campaign), "inside": inside()}
        page = render_to_string(TEMPLATE, context)
    headers = {"Content-Disposition": f'attachment; filename="{campaign.slug}-presentatie.html"'}
    return HttpResponse(page, headers=headers)
