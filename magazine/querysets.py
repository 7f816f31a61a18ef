"""The questions that the magazine asks of its stories and of the shelves they stand on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Case, CharField, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import get_language

from languages.registry import SOURCE, fallbacks


class ShelfQuerySet(models.QuerySet):
    """Shelves: the headings under which live stories are listed."""

    def offered(self, locale_id: int, facets: Collection[str], most: int) -> Self:
        """Return a language's shelves that have stories: the fullest of each facet."""
        filled = self.model._default_manager.filter(locale_id=locale_id, stories__gt=0)
        condition = Q(pk__in=[])
        for facet in facets:
            fullest = filled.filter(facet=facet).order_by("-stories", "-pk")
            condition |= Q(pk__in=fullest.values("pk")[:most])
        return self.filter(condition)

    def named(self) -> Self:
        """Return those whose record is public, with its `name` and its `address` in links."""
        records = ("area", "edition", "maker")
        public = Q()
        for record in records:
            public &= Q(**{record: None}) | Q(**{f"{record}__live": True})
        names = ("area__name", "tag__name", "series__name", "maker__title", "edition__title")
        return self.filter(public).annotate(
            name=Coalesce(*names, _line_name(), Value("")),
            address=Coalesce(
                "area__key",
                "tag__slug",
                "maker__slug",
                Cast("edition__number", CharField()),
                "value",
            ),
        )


class ShelfPlaceQuerySet(models.QuerySet):
    """The places of stories on shelves."""

    def newest_first(self) -> Self:
        """Return them in the order of every list: by date, and by age within a day."""
        return self.order_by("-story_date", "-story_id")

    def also_on(self, shelf_id: int) -> Self:
        """Return those whose story stands on this other shelf too."""
        others = self.model._default_manager.filter(
            story_id=OuterRef("story_id"), shelf_id=shelf_id
        )
        return self.filter(Exists(others))


def _line_name() -> Subquery:
    """Return where the name of a programme line is, in the language that is spoken now."""
    code = get_language() or SOURCE
    order = dict.fromkeys((code, *fallbacks(code), SOURCE))
    rank = Case(
        *(When(locale__language_code=known, then=Value(at)) for at, known in enumerate(order)),
        default=Value(len(order)),
    )
    lines = apps.get_model("projects.ProgrammeLine").objects
    found = lines.filter(key=OuterRef("value"), live=True).order_by(rank)
    return Subquery(found.values("name")[:1])
