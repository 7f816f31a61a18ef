"""Keeps answers that are for one person, or for a desk, out of search engines."""

from __future__ import annotations

from typing import TypeVar

from django.http.response import HttpResponseBase

Response = TypeVar("Response", bound=HttpResponseBase)


def unlisted(response: Response) -> Response:
    """Return the response, which search engines neither list nor follow."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
