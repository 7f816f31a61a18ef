"""The list of all stories in a language: which ones, how many, and what else can be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from magazine.lists.cards import StoryCard, cards_of, story_rows
from magazine.lists.choices import FILTERS, Choice, Choices, Facet, Filter, in_order, name_of
from magazine.lists.query import Asked
from magazine.models import StoryPage
from magazine.models.shelves import Shelf, ShelfPlace
from magazine.querysets import ShelfPlaceQuerySet

PER_PAGE = 12
# Of each facet, the fullest shelves are offered; all others are reached from a story.
MOST_OFFERED = 24
# With choices made, what is left is counted only where that is quick.
MOST_COUNTED = 400


def page_of(places: ShelfPlaceQuerySet, total: int, number: int, per_page: int) -> Page[Any]:
    """Return a page of places, of which there are so many; the last where there is no such page."""
    paginator = Paginator(places, per_page)
    paginator.count = total
    return paginator.get_page(number)


def rows_on(page: Page[Any]) -> QuerySet[StoryPage]:
    """Return the stories that stand on a page of places, newest first."""
    places: Any = page.object_list
    keys = places.values("story_id")
    return story_rows().filter(pk__in=keys).order_by("-story_date", "-pk")


class StoryList:
    """The stories that an address asks for."""

    def __init__(self, locale_id: int, asked: Asked, per_page: int = PER_PAGE) -> None:
        """Take the language and what is asked."""
        self.locale_id = locale_id
        self.asked = asked
        self.per_page = per_page

    @cached_property
    def _shelves(self) -> list[Any]:
        """Return the shelves that are chosen or offered, by one query."""
        shelves = Shelf.objects.filter(locale_id=self.locale_id)
        wanted = Q(facet=Facet.ALL)
        for one in FILTERS:
            if one.parameter in self.asked.values:
                value = self.asked.values[one.parameter]
                wanted |= Q(facet=one.facet, **{one.found_by: value})
        offered = Shelf.objects.offered(self.locale_id, list(Facet), MOST_OFFERED)
        both = shelves.filter(wanted | Q(pk__in=offered.values("pk")))
        return list(both.named())

    @cached_property
    def _chosen(self) -> dict[str, Any]:
        """Return the shelf of each choice by its parameter; nothing for one that there is not."""
        return {
            one.parameter: self._on_shelf(one.facet, self.asked.values[one.parameter])
            for one in FILTERS
            if one.parameter in self.asked.values
        }

    def _on_shelf(self, facet: str, address: str) -> Any | None:
        same = (s for s in self._shelves if s.facet == facet and s.address == address)
        return next(same, None)

    @cached_property
    def _stands_on(self) -> list[Any]:
        """Return the shelves that a story must stand on, the emptiest first; none: no story."""
        if not self.is_known:
            return []
        everything = [shelf for shelf in self._shelves if shelf.facet == Facet.ALL]
        return sorted(self._chosen.values(), key=lambda shelf: shelf.stories) or everything

    @cached_property
    def _places(self) -> ShelfPlaceQuerySet:
        """Return the places of the stories, newest first."""
        if not self._stands_on:
            return ShelfPlace.objects.none()
        emptiest, *others = self._stands_on
        places = ShelfPlace.objects.filter(shelf_id=emptiest.pk).newest_first()
        for shelf in others:
            places = places.also_on(shelf.pk)
        return places

    @cached_property
    def total(self) -> int:
        """Return how many stories there are: counted only where more than one thing is chosen."""
        if len(self._stands_on) == 1:
            return int(self._stands_on[0].stories)
        return self._places.count()

    @cached_property
    def page(self) -> Page[Any]:
        """Return the page of the list, the last one where there are not so many."""
        return page_of(self._places, self.total, self.asked.page, self.per_page)

    @cached_property
    def cards(self) -> list[StoryCard]:
        """Return the stories on this page."""
        return cards_of(rows_on(self.page)) if self._stands_on else []

    @property
    def is_known(self) -> bool:
        """Return whether everything that is asked for exists."""
        return self.asked.is_sound and None not in self._chosen.values()

    @property
    def is_regular(self) -> bool:
        """Return whether this is an address that the site itself leads to."""
        return bool(self._stands_on) and self.page.number == self.asked.page

    @property
    def chosen(self) -> list[Choice]:
        """Return the choices that can be taken back."""
        return [
            Choice(name_of(shelf), self.asked.without(parameter).query(), None, is_chosen=True)
            for parameter, shelf in self._chosen.items()
            if shelf is not None
        ]

    def filters(self) -> Iterator[Choices]:
        """Yield what can be chosen, by filter; a filter without a real choice is left out."""
        for one in FILTERS:
            choices = list(self._choices(one))
            is_used = one.parameter in self._chosen
            if is_used or len(choices) > 1:
                yield Choices(one.parameter, one.name, choices, is_used)

    def makers(self) -> list[tuple[str, str]]:
        """Return the name and the slug of those who made most."""
        return [(name_of(one), one.address) for one in in_order(Facet.MAKER, self._shelves)]

    def _choices(self, one: Filter) -> Iterator[Choice]:
        """Yield the choices of one filter, those that lead nowhere left out as far as known."""
        chosen = self._chosen.get(one.parameter)
        counts = None if one.parameter in self._chosen else self._left
        for shelf in in_order(one.facet, self._shelves):
            number = None if counts is None else counts.get(shelf.pk, 0)
            if number == 0:
                continue
            is_chosen = shelf is chosen
            asked = (
                self.asked.without(one.parameter)
                if is_chosen
                else self.asked.choosing(one.parameter, shelf.address)
            )
            yield Choice(name_of(shelf), asked.query(), number, is_chosen)

    @cached_property
    def _left(self) -> dict[int, int] | None:
        """Return how many of these stories stand on each shelf, or nothing if that takes long."""
        if not self._chosen:
            return {shelf.pk: shelf.stories for shelf in self._shelves}
        if self.total > MOST_COUNTED:
            return None
        stories = self._places.order_by().values("story_id")
        counted = ShelfPlace.objects.filter(story__in=stories).values("shelf_id")
        return dict(counted.annotate(number=Count("pk")).values_list("shelf_id", "number"))
