"""Sends the editor's form of a story or portrait, as a browser does."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from magazine.models import StoryPage


def text(html: str) -> tuple[str, str]:
    """Return a block of running text."""
    return ("text", rich_text(html))


def figure(picture: Any, **values: Any) -> tuple[str, dict[str, Any]]:
    """Return a block with a picture that nobody described, unless told otherwise."""
    fields = {"image": picture.pk, "alt_text": "", "caption": ""}
    return ("figure", fields | values)


def heading(words: str, level: str = "h2") -> tuple[str, dict[str, str]]:
    """Return a heading."""
    return ("heading", {"text": words, "level": level})


def save(client: Client, page: StoryPage, *blocks: Any, action: str = "", **values: Any) -> Any:
    """Send the form with these blocks and other fields; `action` is the button, or none."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "in_short": "",
        "kind": page.kind,
        "intro": page.intro,
        "cover_image": page.cover_image_id or "",
        "cover_caption": "",
        "body": streamfield(blocks),
        "audio": "",
        "audio_transcript": "",
        "story_date": page.story_date.isoformat(),
        "area": "",
        "tags": "",
        "series": "",
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "go_live_at": "",
        "expire_at": "",
        "makers": inline_formset([]),
        "related": inline_formset([]),
        "comments": inline_formset([]),
        "comment_notifications": "",
        **values,
    }
    if hasattr(page, "person_name"):
        data = {"person_name": page.person_name, "person_quote": "", **data}
        data.setdefault("consent", page.consent_id or "")
    if action:
        data[action] = "x"
    response: HttpResponse = client.post(f"/beheer/pages/{page.pk}/edit/", nested_form_data(data))
    return response
