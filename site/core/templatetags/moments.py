"""Moments as machines read them."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def machine_moment(value: dt.datetime | None) -> str:
    """Return a moment for the attribute `datetime` of `time`, to the second, in local time.

    Not `date:"c"`: that gives six digits of a second, and HTML allows three.
    """
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""
