"""A text as readers will see it, to stand inside a page of the desk.

It is drawn by the reader's own template, which brings its own skeleton. In the desk
another skeleton stands under that name: only the text.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.django import DjangoTemplates
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from wagtail.models import PreviewableMixin

from redactieraad.desk.fields import fields_of
from redactieraad.desk.texts import DeskText

SKELETON = Path(__file__).parent / "as_readers"
# What the skeleton writes between what belongs in the head of the page and the text.
BORDER = "<!-- the text -->"


@dataclass(frozen=True)
class Reading:
    """A text, drawn.

    Attributes:
        head: what its template wants in the head of the page, such as a stylesheet.
        html: the text, with its own `h1`; empty for what has no page of its own.
        fields: the parts of a record that has no page of its own.

    """

    head: SafeString
    html: SafeString
    fields: list[tuple[str, Any]]

    @property
    def has_heading(self) -> bool:
        """Return whether the text brings the page's main heading."""
        return "<h1" in self.html


def read(one: DeskText, request: HttpRequest) -> Reading:
    """Return the text as readers will see it, in its own language."""
    instance = one.revision.as_object()
    if not isinstance(instance, PreviewableMixin) or not instance.is_previewable():
        return Reading(SafeString(), SafeString(), fields_of(instance))
    mode = instance.default_preview_mode
    looking = copy.copy(request)
    looking.method = "GET"
    looking.is_preview = True  # type: ignore[attr-defined]
    looking.preview_mode = mode  # type: ignore[attr-defined]
    with override(one.language):
        template = _engine().get_template(instance.get_preview_template(looking, mode))
        html = template.render(instance.get_preview_context(looking, mode), looking)
    head, border, text = html.partition(BORDER)
    if not border:
        # A record's preview need not have the skeleton of a page.
        head, text = "", html
    # Both were made by templates of ours, which escape.
    return Reading(mark_safe(head), mark_safe(text), [])  # noqa: S308 # nosec B703


@cache
def _engine() -> DjangoTemplates:
    """Return the site's own templates, with another skeleton."""
    site: dict[str, Any] = settings.TEMPLATES[0]
    return DjangoTemplates(
        {
            "NAME": "desk",
            "DIRS": [SKELETON, *site.get("DIRS", ())],
            "APP_DIRS": True,
            "OPTIONS": dict(site["OPTIONS"]),
        }
    )
