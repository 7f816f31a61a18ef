"""Lists in the admin that ask no policy: they leave out reports before the launch."""

from __future__ import annotations

from django.http import HttpRequest

from wagtail import hooks
from wagtail.models import PageQuerySet

from challenge.hiding import without_withheld


@hooks.register("construct_page_chooser_queryset")
def choose_without_withheld(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Let nobody choose a report that they may not know of."""
    return without_withheld(pages, request.user)
