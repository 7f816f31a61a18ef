"""Says how places stand, in templates."""

from __future__ import annotations

import datetime as dt

from django import template

from warmtebronnen.openings import Standing
from warmtebronnen.saying import say_standing

register = template.Library()


@register.simple_tag
def standing(how: Standing, at: dt.datetime) -> str:
    """Return whether a place is open, and until when."""
    return say_standing(how, at)
