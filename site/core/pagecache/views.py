"""Views that are no pages, kept for every reader as live pages are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from core.pagecache.rules import KEPT_VIEW, ONE_LANGUAGE

View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """Let what this view answers be kept; `register_kept_view` says until when."""

    @wraps(view)
    def kept_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        setattr(request, KEPT_VIEW, True)
        return view(request, *args, **kwargs)

    return kept_view


def kept_in_one_language(view: View) -> View:
    """As `kept`, for data outside every language: the site's own language is spoken in it."""

    @wraps(view)
    def kept_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        setattr(request, KEPT_VIEW, ONE_LANGUAGE)
        with override(settings.LANGUAGE_CODE):
            response = view(request, *args, **kwargs)
        response.headers.setdefault("Content-Language", settings.LANGUAGE_CODE)
        return response

    return kept_view
