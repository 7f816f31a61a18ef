"""What templates of mails need beside words."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from magazine.newsletter.styling import mail_css

register = template.Library()


@register.simple_tag
def mail_style() -> SafeString:
    """Return the style element: mails have no stylesheet and no content policy."""
    # Our own file, without anything that somebody typed.
    return format_html("<style>{}</style>", mark_safe(mail_css()))  # noqa: S308
