"""Metadata and structured data for the head of a page."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.safestring import SafeString

from core.models import BasePage
from core.seo import structured_data
from core.seo.metadata import PageMetadata, absolute, metadata

register = template.Library()


def _page_of(context: RequestContext) -> BasePage | None:
    """Return the page of the context if it is one of ours that has been saved."""
    page: Any = context.get("page")
    return page if isinstance(page, BasePage) and page.pk else None


@register.simple_tag(takes_context=True)
def page_metadata(context: RequestContext) -> PageMetadata | None:
    """Return the metadata of the page in the context, or None for other views."""
    page = _page_of(context)
    return metadata(page, context["request"]) if page else None


@register.simple_tag(takes_context=True)
def page_structured_data(context: RequestContext, meta: PageMetadata) -> SafeString:
    """Return the JSON-LD of the page in the context, for a script element."""
    page = _page_of(context)
    request: HttpRequest = context["request"]
    things = structured_data.graph(page, meta, request) if page else {}
    return structured_data.as_script_text(things)


@register.filter
def absolute_address(path: str) -> str:
    """Return the absolute address of a path on this site."""
    return absolute(path)
