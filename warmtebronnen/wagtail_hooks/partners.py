"""What partners see in the admin beside their own pages: as little as can be."""

from __future__ import annotations

from django.http import HttpRequest

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.models import PageQuerySet

from accounts.two_step import signs_in_by_password


@hooks.register("construct_page_chooser_queryset")
def keep_drafts_of_others(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Let who only tends a place link to what is public: a draft's title is not theirs to see."""
    return pages if signs_in_by_password(request.user) else pages.live()


@hooks.register("construct_reports_menu")
def keep_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Show who only tends a place no way to reports, which are closed to them."""
    if not signs_in_by_password(request.user):
        items.clear()


# After all that adds numbers.
@hooks.register("construct_homepage_summary_items", order=1000)
def keep_numbers(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Show who only tends a place no number of pages: it counts those of all others."""
    if not signs_in_by_password(request.user):
        items.clear()
