"""Compresses what is made for one reader; pages for all are kept compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

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
        if response.streaming or not response.get("Content-Type", "").startswith(_TEXT):
            return response
        return super().process_response(request, response)
