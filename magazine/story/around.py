"""What stands around a live story, by two queries however much it is.

One for the shelves that the story stands on (lines, tags, makers, series), one for the
stories around it (beside it in its edition, in its series, chosen or most like it).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db.models import (
    BigIntegerField,
    Case,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from languages.fallback import CODES
from languages.navigation import versions_are_known
from languages.registry import fallbacks
from magazine.lists.cards import cards_of, story_rows
from magazine.lists.query import Asked
from magazine.models import EditionItem, EditionPage, StoryPage, StoryRelated
from magazine.models.shelves import Shelf, ShelfPlace
from magazine.story.surroundings import Around, Label, MadeBy

Facet = Shelf.Facet

# How much it says that two stories share this.
SAYS = {Facet.TAG: 4, Facet.LINE: 3, Facet.AREA: 2, Facet.KIND: 1}
# The parameter of the list, for what a story shows of itself.
PARAMETERS = {Facet.TAG: "label", Facet.LINE: "lijn", Facet.AREA: "wijk", Facet.SERIES: "reeks"}
MOST_RELATED = 3
MOST_IN_SERIES = 12
# Of which some are in the series or beside the story already.
MOST_NEAR = 8


def around(story: StoryPage, request: HttpRequest) -> Around:
    """Return what stands around a live story."""
    shelves = list(_shelves(story))
    labels = {facet: list(_labels(shelves, facet)) for facet in PARAMETERS}
    found = Around(
        lines=labels[Facet.LINE],
        tags=labels[Facet.TAG],
        area=next(iter(labels[Facet.AREA]), None),
        series=next(iter(labels[Facet.SERIES]), None),
        makers=list(_makers(shelves)),
    )
    rows = list(_rows(story, shelves))
    own = [row for row in rows if row.translation_key == story.translation_key]
    versions_are_known(request, story, own)
    _read_on(found, story, _versions(rows, story.locale.language_code))
    return found


def _shelves(story: StoryPage) -> QuerySet[Shelf]:
    """Return the shelves of a story, each with what the story's place on it says."""
    return (
        Shelf.objects.filter(places__story=story)
        .named()
        .annotate(roles=F("places__roles"), position=F("places__position"), order=_order_of_line())
        .select_related("maker__locale")
        .only(
            *("facet", "value", "recent_since", "maker__title", "maker__url_path"),
            *("maker__is_example", "maker__locale__language_code"),
        )
    )


def _order_of_line() -> Coalesce:
    """Return where a programme line comes among the others, so that cards and page agree."""
    lines = apps.get_model("projects.ProgrammeLine").objects.filter(key=OuterRef("value"))
    return Coalesce(Subquery(lines.order_by("order").values("order")[:1]), Value(0))


def _labels(shelves: list[Any], facet: str) -> Iterator[Label]:
    """Yield what the story shares with others by this facet: lines in their order, else by name."""
    for shelf in sorted(shelves, key=lambda shelf: (shelf.order, str(shelf.name))):
        if shelf.facet == facet and shelf.name:
            asked = Asked().choosing(PARAMETERS[Facet(facet)], shelf.address)
            yield Label(shelf.name, shelf.address, asked.query())


def _makers(shelves: list[Any]) -> Iterator[MadeBy]:
    """Yield who made the story, in the editors' order."""
    # Wagtail leaves on this what every address needs, so that it is looked up once.
    once: Any = SimpleNamespace(_wagtail_site=None)
    on_shelf = [shelf for shelf in shelves if shelf.facet == Facet.MAKER]
    for shelf in sorted(on_shelf, key=lambda shelf: shelf.position):
        if url := shelf.maker.get_url(once):
            did = tuple(role for role in shelf.roles.split(",") if role)
            yield MadeBy(shelf.maker.title, url, did, shelf.maker.is_example)


def _read_on(found: Around, story: StoryPage, rows: list[Any]) -> None:
    """Fill in the stories around this one."""
    cards = {card.pk: card for card in cards_of(rows)}
    rows = [row for row in rows if row.pk in cards]
    contents = sorted((row for row in rows if row.place is not None), key=lambda row: row.place)
    places = [row.translation_key for row in contents]
    if story.translation_key in places:
        at = places.index(story.translation_key)
        found.before = cards[contents[at - 1].pk] if at else None
        found.after = cards[contents[at + 1].pk] if at + 1 < len(contents) else None
    others = [row for row in rows if row.translation_key != story.translation_key]
    in_series = [row for row in others if story.series_id and row.series_id == story.series_id]
    found.in_series = [cards[row.pk] for row in in_series]
    chosen = sorted((row for row in others if row.chosen is not None), key=lambda row: row.chosen)
    known = {card.pk for card in (found.before, found.after, *found.in_series) if card}
    near = [row for row in others if row.shared and row.pk not in known]
    near.sort(key=lambda row: (row.shared, row.story_date, row.pk), reverse=True)
    found.related = [cards[row.pk] for row in (chosen or near[:MOST_RELATED])]


def _rows(story: StoryPage, shelves: list[Any]) -> QuerySet[StoryPage]:
    """Return this story in all languages and those around it, saying how they belong together."""
    above = story.trail[-1] if story.trail else None
    items = EditionItem.objects.none()
    if above is not None and above.specific_class is EditionPage:
        items = EditionItem.objects.filter(edition_id=above.pk)
    chosen = StoryRelated.objects.filter(story=story)
    near, shared = _likeness(story, shelves)
    in_series = [shelf.pk for shelf in shelves if shelf.facet == Facet.SERIES]
    parts = ShelfPlace.objects.filter(shelf__in=in_series).newest_first().values("story_id")
    return (
        story_rows()
        .filter(
            # Each by the same index: one that is not would have all stories looked through.
            Q(translation_key__in=items.values("story__translation_key"))
            | Q(translation_key__in=chosen.values("other__translation_key"))
            | Q(translation_key__in=_keys(parts[: MOST_IN_SERIES + 1]))
            | Q(translation_key__in=_keys(near))
            | Q(translation_key=story.translation_key)
        )
        .annotate(
            place=_place(items, "story"),
            chosen=_place(chosen, "other"),
            shared=shared,
        )
        .order_by("story_date", "pk")
    )


def _keys(ids: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Return what the languages of these stories have in common."""
    return StoryPage.objects.filter(pk__in=ids).order_by().values("translation_key")


def _likeness(story: StoryPage, shelves: list[Any]) -> tuple[Any, Any]:
    """Return the ids of the stories most like this one, and how much like it a story is."""
    compared = [shelf for shelf in shelves if shelf.facet in SAYS]
    says = [When(shelf_id=shelf.pk, then=Value(SAYS[Facet(shelf.facet)])) for shelf in compared]
    much = Sum(Case(*says, default=Value(0)))
    recent = Q(pk__in=[])
    for shelf in compared:
        recent |= Q(shelf_id=shelf.pk, story_date__gte=shelf.recent_since)
    places = ShelfPlace.objects.filter(recent).exclude(story=story).values("story_id")
    near = places.annotate(much=much).order_by("-much", "-story_id").values("story_id")
    same = ShelfPlace.objects.filter(story=OuterRef("pk"), shelf__in=compared).order_by()
    shared = same.values("story_id").annotate(much=much).values("much")
    return near[:MOST_NEAR], Coalesce(Subquery(shared[:1]), Value(0))


def _place(rows: QuerySet[Any], field: str) -> Subquery:
    """Return where a story, in whichever language, stands among these rows."""
    same = rows.filter(**{f"{field}__translation_key": OuterRef("translation_key")})
    order = Coalesce("sort_order", "pk", output_field=BigIntegerField())
    return Subquery(same.annotate(order=order).order_by("order").values("order")[:1])


def _versions(rows: list[StoryPage], code: str) -> list[Any]:
    """Return each story once: in this language, or else in the one that its readers know best."""
    order = list(dict.fromkeys((code, *fallbacks(code), *CODES)))
    best: dict[object, Any] = {}
    for row in sorted(rows, key=lambda row: order.index(row.locale.language_code)):
        best.setdefault(row.translation_key, row)
    return list(best.values())
