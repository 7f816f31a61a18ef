"""A page is read under the address of its own language, and nowhere else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import get_language

from wagtail import hooks
from wagtail.models import Page

from languages.fallback import below_page, best_version
from languages.registry import SOURCE


@hooks.register("before_serve_page")
def serve_in_own_language(
    page: Page, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]
) -> HttpResponseRedirect | None:
    """Send the reader on where Wagtail found a page of another language.

    Wagtail serves the Dutch tree under every language that has no home page, so
    `/tr/over-ons/` would be Dutch text that calls itself Turkish.
    """
    here = get_language() or SOURCE
    if page.locale.language_code == here:
        return None
    version = best_version(page.get_translations(inclusive=True), here) or page
    below = below_page(page, request.path_info)
    return HttpResponseRedirect(f"{version.get_url(request)}{below}")
