"""Hands out the PDF of an edition."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.restrictions import is_public
from magazine.models import EditionPage
from magazine.models.printed import PrintedEdition
from magazine.print.content import Publication, publication_of
from magazine.print.keeping import ask_for, found, fresh
from magazine.print.tasks import make_pdf

LATER = 503
SECONDS = 30


@require_safe
def edition_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Return the PDF of a live edition. One that is not made yet is asked for, never waited for."""
    edition = get_object_or_404(EditionPage.objects.live().select_related("locale"), pk=pk)
    if not is_public(edition):
        return redirect(edition.get_url(request) or "/")
    if edition.locale.language_code != get_language():
        return redirect(edition.pdf_url)
    printed = fresh(edition)
    if printed is None:
        publication = publication_of(edition)
        printed = found(edition, publication)
        if printed is None and ask_for(edition):
            make_pdf.enqueue(edition.pk)
            printed = found(edition, publication)
        if printed is None:
            return _not_now(request, edition, publication)
    return _handed_out(request, edition, printed)


def _handed_out(
    request: HttpRequest, edition: EditionPage, printed: PrintedEdition
) -> HttpResponseBase:
    etag = f'"{printed.fingerprint}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        name = f"warm-rotterdam-{edition.number}-{slugify(edition.slug)}.pdf"
        file = printed.file.open()
        response = FileResponse(file, content_type="application/pdf", filename=name)
    response["ETag"] = etag
    # Asked for again each time: somebody in it may have taken their consent back.
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _not_now(request: HttpRequest, edition: EditionPage, publication: Publication) -> HttpResponse:
    """Say that the PDF is being made, or that it cannot be."""
    failed = PrintedEdition.objects.filter(
        edition=edition, failed_fingerprint=publication.fingerprint
    ).exists()
    context = {"edition": edition, "has_failed": failed}
    response = render(request, "magazine/print/not_now.html", context, status=LATER)
    if not failed:
        response["Retry-After"] = str(SECONDS)
    patch_cache_control(response, no_store=True)
    return response
