"""What a list says about a page."""

from __future__ import annotations

from django import template

from wagtail.models import Page

from core.seo.metadata import describe

register = template.Library()


@register.filter
def summary(page: Page) -> str:
    """Return what the page is about, in one or two lines."""
    return describe(page)
