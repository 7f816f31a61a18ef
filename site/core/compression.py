"""Compresses what is made for one reader; pages for all are kept compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from core.pagecache.encodings import IDENTITY, preferred_encoding

_TEXT = ("text/", "application/json", "application/xml", "application/ld+json", "image/svg+xml")


class TextCompressionMiddleware(GZipMiddleware):
    """Django's own, for text only.

    Django would also compress pictures and files to download, which gain nothing
    and lose their length. Its random padding against BREACH stays.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress a whole text; leave streams alone."""
        if response.streaming or not _is_text(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        # Django overlooks that `gzip;q=0` asks for anything but gzip.
        if preferred_encoding(request.headers.get("Accept-Encoding", "")) == IDENTITY:
            return response
        return super().process_response(request, response)


def _is_text(response: HttpResponseBase) -> bool:
    return response.get("Content-Type", "").startswith(_TEXT)
