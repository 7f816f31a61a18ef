"""Keeps the shelves as the live stories are: after each change of a story, or all at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.db.models.signals import post_delete, post_save

from wagtail.models import Page
from wagtail.signals import post_page_move

from magazine.headings import Headings
from magazine.models import MakerPage, StoryPage
from magazine.models.shelves import Shelf, ShelfPlace
from magazine.showings import forget_lists

# Of stories that share a shelf, the newest so many are compared.
NEAR = 50
CHUNK = 500

ShelfKey = tuple[int, str, str]


def connect() -> None:
    """Follow what happens to stories beside their own `save`."""
    post_save.connect(_saved_as_plain_page, Page, dispatch_uid="magazine.shelving")
    post_save.connect(_maker_saved, MakerPage, dispatch_uid="magazine.shelving")
    post_delete.connect(_place_lost, ShelfPlace, dispatch_uid="magazine.shelving")
    post_page_move.connect(_moved, dispatch_uid="magazine.shelving")


def shelve_all() -> int:
    """Put every live story on its shelves and all else off them; return how many are live."""
    live = list(StoryPage.objects.live().order_by("pk").values_list("pk", flat=True))
    others = ShelfPlace.objects.exclude(story__live=True).values_list("story_id", flat=True)
    keys = [*others.distinct(), *live]
    for first in range(0, len(keys), CHUNK):
        shelve(keys[first : first + CHUNK])
    return len(live)


def shelve(keys: Collection[int]) -> None:
    """Put these stories on the shelves where they belong now: those that are not live on none."""
    with transaction.atomic():
        before = ShelfPlace.objects.filter(story__in=keys)
        touched = set(before.values_list("shelf_id", flat=True))
        stories = list(StoryPage.objects.filter(pk__in=keys, live=True).defer_streamfields())
        if not stories and not touched:
            return
        places = _places(stories)
        # Without signals, which would count each shelf once for every story.
        before._raw_delete(before.db)  # noqa: SLF001
        ShelfPlace.objects.bulk_create(places)
        recount(touched.union(place.shelf_id for place in places))


def recount(keys: Collection[int]) -> None:
    """Count what stands on these shelves, and forget the pages that list it."""
    shelves = Shelf.objects.filter(pk__in=keys)
    # Two that publish at once count one after the other.
    list(shelves.select_for_update().order_by("pk"))
    places = ShelfPlace.objects.filter(shelf=OuterRef("pk"))
    number = places.order_by().values("shelf").annotate(number=Count("pk")).values("number")
    dates = places.newest_first().values("story_date")
    oldest = places.order_by("story_date", "story_id").values("story_date")
    shelves.update(
        stories=Coalesce(Subquery(number, output_field=IntegerField()), 0),
        recent_since=Coalesce(Subquery(dates[NEAR - 1 : NEAR]), Subquery(oldest[:1])),
    )
    forget_lists(keys)


def _places(stories: list[StoryPage]) -> list[ShelfPlace]:
    """Return the places of live stories, on shelves that exist."""
    headings = Headings(stories)
    belong = [(story, heading) for story in stories for heading in headings.of(story)]
    shelves = _shelves(
        {
            (story.locale_id, heading.facet, heading.code): heading.fields
            for story, heading in belong
        }
    )
    return [
        ShelfPlace(
            shelf_id=shelves[story.locale_id, heading.facet, heading.code],
            story=story,
            story_date=story.story_date,
            **heading.said,
        )
        for story, heading in belong
    ]


def _shelves(wanted: dict[ShelfKey, dict[str, Any]]) -> dict[ShelfKey, int]:
    """Return the id of each shelf, made where it is missing."""
    codes = {code for _locale, _facet, code in wanted}
    known = Shelf.objects.filter(code__in=codes).values_list("locale_id", "facet", "code", "pk")

    def found() -> dict[ShelfKey, int]:
        return {(locale, facet, code): pk for locale, facet, code, pk in known.all()}

    there = found()
    missing = [
        Shelf(locale_id=locale, facet=facet, code=code, **fields)
        for (locale, facet, code), fields in wanted.items()
        if (locale, facet, code) not in there
    ]
    if not missing:
        return there
    # Somebody else may be making the same shelf.
    Shelf.objects.bulk_create(missing, ignore_conflicts=True)
    return found()


def _saved_as_plain_page(instance: Page, **_kwargs: Any) -> None:
    """Follow a story that was saved as the plain page that it also is."""
    model = instance.specific_class
    if model is not None and issubclass(model, StoryPage):
        shelve([instance.pk])


def _moved(instance: Page, **_kwargs: Any) -> None:
    """Follow a story to another edition."""
    _saved_as_plain_page(instance)


def _maker_saved(instance: MakerPage, **_kwargs: Any) -> None:
    """Let a maker's shelf lead to the maker's page in the language of its stories."""
    Shelf.objects.filter(
        facet=Shelf.Facet.MAKER,
        locale_id=instance.locale_id,
        maker__translation_key=instance.translation_key,
    ).exclude(maker=instance).update(maker=instance)


def _place_lost(instance: ShelfPlace, **_kwargs: Any) -> None:
    """Count again after a story was deleted."""
    recount([instance.shelf_id])
