"""schema.org descriptions as JSON-LD, one graph a page.

Sources: https://schema.org/WebPage, https://schema.org/BreadcrumbList.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from core.models import BasePage
from core.seo.metadata import PageMetadata, absolute

# A script element ends at '</script' and nothing else; these keep it inside.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def organisation_id() -> str:
    """Return the identifier under which every page names the organisation."""
    return absolute("/#organisation")


def website_id() -> str:
    """Return the identifier under which every page names the site."""
    return absolute("/#website")


def breadcrumbs(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Return the way from home to this page as a BreadcrumbList."""
    steps = [(step.title, step.get_url(request) or "/") for step in [*page.trail, page]]
    if page.part:
        steps.append((page.part.title, f"{steps[-1][1]}{page.subpath}"))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def graph(page: BasePage, meta: PageMetadata, request: HttpRequest) -> dict[str, Any]:
    """Return the JSON-LD graph of a page."""
    web_page = {
        "@type": "WebPage",
        "@id": meta.canonical,
        "url": meta.canonical,
        "name": meta.title,
        "description": meta.description,
        "inLanguage": page.locale.language_code,
        "isPartOf": {"@id": website_id()},
        "publisher": {"@id": organisation_id()},
    }
    if meta.image:
        web_page["image"] = meta.image
    if page.last_published_at:
        web_page["dateModified"] = page.last_published_at.isoformat()
    things = [web_page, *page.structured_data(request)]
    if page.trail:
        things.append(breadcrumbs(page, request))
    return {"@context": "https://schema.org", "@graph": things}


def as_script_text(data: dict[str, Any]) -> SafeString:
    """Return the graph as text that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308  # nosec B308 B703  # '<', '>' and '&' are escaped above
