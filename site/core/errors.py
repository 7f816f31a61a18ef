"""The pages that a reader sees when something went wrong."""

from __future__ import annotations

from http import HTTPStatus

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.crash import crash_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that makes no sense."""
    if isinstance(exception, DisallowedHost):
        # Sent by machines that try addresses. A whole page would ask for the host again.
        return HttpResponse(
            "Unknown host.\n", status=HTTPStatus.BAD_REQUEST, content_type="text/plain"
        )
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was sent without its token: an old tab, or no cookies."""
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a request that crashed, leaning on nothing that may be what crashed."""
    return crash_page(request.path_info)
