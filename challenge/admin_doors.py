"""Where Wagtail's admin names a page without asking who may know of it: before the launch, closed.

Several of its views show the title of the page that their address names (moving, making an alias),
whoever asks; and one report names the page of each type that was changed last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail_localize.views.report import TranslationsReportView

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView

from challenge.embargo import is_withheld_from, may_know, withheld_pages


class WithheldPagesMiddleware:
    """Knows no page in the admin that this person may not know of, whatever is asked about it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the rest of Django."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Do nothing to the response."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """Refuse an address in the admin that names such a page.

        Raises:
            Http404: as if it were not there.

        """
        named = [value for name, value in kwargs.items() if "page" in name]
        if not named or not request.path.startswith(reverse("wagtailadmin_home")):
            return
        user = request.user
        if not may_know(user) and withheld_pages().filter(pk__in=_numbers(named)).exists():
            message = "This page is withheld until the launch."
            raise Http404(message)


def _numbers(values: list[Any]) -> list[int]:
    return [int(value) for value in values if str(value).isdecimal()]


class PageTypesUsage(PageTypesUsageReportView):
    """Wagtail's report, without the title of a page that this person may not know of."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        """Leave such a page out."""
        for one in super().decorate_paginated_queryset(page_types):
            page = one.last_edited_page
            if page is not None and is_withheld_from(self.request.user, page):
                one.last_edited_page = None
        return page_types


class TranslationsReport(TranslationsReportView):
    """The report of translations, without texts that this person may not know of."""

    def get_queryset(self) -> Any:
        """Leave those out."""
        found = super().get_queryset()
        if may_know(self.request.user):
            return found
        return found.exclude(source__object__in=withheld_pages().values("translation_key"))


# These come before Wagtail's own, at the same addresses.
in_place_of_wagtails = [
    path("reports/page-types-usage/", require_admin_access(PageTypesUsage.as_view())),
    path(
        "reports/page-types-usage/results/",
        require_admin_access(PageTypesUsage.as_view(results_only=True)),
    ),
    path("localize/reports/translations/", require_admin_access(TranslationsReport.as_view())),
    path(
        "localize/reports/translations/results/",
        require_admin_access(TranslationsReport.as_view(results_only=True)),
    ),
]
