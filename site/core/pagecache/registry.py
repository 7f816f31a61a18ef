"""Who shows what: each feature tells which pages show its records.

Core knows by itself that a page is shown by itself, its parent, and every page
that refers to it. What a page lists without referring to it (all facts, all
programme lines) only the feature knows, and registers in its `ready()`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from django.db.models import Model

from wagtail.models import Page

Everything = Literal["everything"]
EVERYTHING: Everything = "everything"

Shown = Iterable[Page] | Everything

_showings: defaultdict[type[Any], list[Callable[[Any], Shown]]] = defaultdict(list)


def register_showing(model: type[Any], shown_on: Callable[[Any], Shown]) -> None:
    """Forget the pages that `shown_on(instance)` returns when a `model` changes.

    Args:
        model: a model, or an abstract base of several.
        shown_on: given the changed instance, returns the pages (a queryset will
            do; those that are not live are passed over) or `EVERYTHING`.

    """
    _showings[model].append(shown_on)


def is_registered(model: type[Any]) -> bool:
    """Return whether somebody registered this model or one of its bases."""
    return any(base in _showings for base in model.__mro__)


def showings_of(instance: Model) -> Iterator[Shown]:
    """Return what each registered function says about this instance."""
    for base in type(instance).__mro__:
        for shown_on in _showings.get(base, ()):
            yield shown_on(instance)
