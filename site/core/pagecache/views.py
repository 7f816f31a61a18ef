"""Views that are no pages, kept for every reader as live pages are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from core.pagecache.rules import KEPT_VIEW

View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """Let what this view answers be kept; `register_kept_view` says until when."""

    @wraps(view)
    def kept_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        setattr(request, KEPT_VIEW, True)
        return view(request, *args, **kwargs)

    return kept_view
