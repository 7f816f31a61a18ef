"""Lets the real code act as of a moment in the past.

What it writes down carries the moment at which the row was made. In the demo that is set back:
these tables are never changed elsewhere, so it is done past their own querysets, and only here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import models

from challenge.models import Contact, Happening, Ruling
from redactieraad.models.appendonly import AppendOnly

MADE_AT: dict[type[AppendOnly], str] = {
    Happening: "happened_at",
    Contact: "happened_at",
    Ruling: "made_at",
}


@contextmanager
def as_of(moment: dt.datetime, *kinds: type[AppendOnly]) -> Iterator[dt.datetime]:
    """Give the rows of these kinds that are made inside the block a moment; the log always."""
    with ExitStack() as stack:
        tables: tuple[type[AppendOnly], ...] = (Happening, *kinds)
        for model in tables:
            stack.enter_context(_set_back(model, moment))
        yield moment


def plain(model: Any) -> models.QuerySet:
    """Return the rows of an append-only table as of any other."""
    return models.QuerySet(model)


@contextmanager
def _set_back(model: type[AppendOnly], moment: dt.datetime) -> Iterator[None]:
    newest = plain(model).aggregate(newest=models.Max("pk"))["newest"] or 0
    yield
    plain(model).filter(pk__gt=newest).update(**{MADE_AT[model]: moment})
