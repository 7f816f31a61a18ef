"""One address that answers with the same bytes as the cached page."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = Path(settings.BENCH_BODY).read_bytes()


def plain(request: HttpRequest) -> HttpResponse:
    """Return the bytes."""
    return HttpResponse(BODY, headers={"Content-Encoding": "br"})


urlpatterns = [path("nl/", plain)]
