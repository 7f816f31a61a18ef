"""Says how places stand, and where to leave to, in templates."""

from __future__ import annotations

import datetime as dt

from django import template
from django.conf import settings

from warmtebronnen.directory.opening_status import Standing
from warmtebronnen.directory.wording import say_standing

register = template.Library()


@register.simple_tag
def quick_exit_url() -> str:
    """Return where who wants to leave quickly is brought."""
    return str(settings.QUICK_EXIT_URL)


@register.simple_tag
def standing(how: Standing, at: dt.datetime) -> str:
    """Return whether a place is open, and until when."""
    return say_standing(how, at)
