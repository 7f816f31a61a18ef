"""Tells the page cache which requests ended at a live page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from wagtail import hooks
from wagtail.models import Page

from core.pagecache.rules import SERVED_PAGE, own_path
from core.pagecache.shared import this_is_page

Serve = Callable[[Page, HttpRequest, Any, Any], HttpResponse]


# Last of all, so nearest to the page: it is not reached where Wagtail's own hook
# asks for a password or a sign-in instead.
@hooks.register("on_serve_page", order=1000)
def remember_page(serve: Serve) -> Serve:
    """Note on the request which page is served."""

    def serve_and_remember(
        page: Page, request: HttpRequest, args: Any, kwargs: Any
    ) -> HttpResponse:
        setattr(request, SERVED_PAGE, page)
        if path := own_path(page, request):
            this_is_page(path)
        return serve(page, request, args, kwargs)

    return serve_and_remember
