"""What the pages of the magazine show beside their own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import get_language

from wagtail.images import get_image_model

from core.blocks.library import Library, Reference
from core.pagecache.shared import of_this_page
from core.restrictions import public
from core.seo.metadata import absolute
from magazine.edition_contents import contents_of
from magazine.lists.cards import StoryCard, cards_of, pictures_of, story_rows, with_pictures
from magazine.lists.query import Asked, read
from magazine.lists.story_list import PER_PAGE, StoryList, page_of, rows_on
from magazine.models import EditionPage, MagazineIndexPage, MakerPage, StoryPage
from magazine.models.shelves import Shelf, ShelfPlace
from magazine.story.sharing import share_links

# On the front page: the story on top and two rows below it.
NEWEST = 7
# Of older editions so many show their cover, the others only their name.
COVERS = 8


@dataclass(frozen=True)
class CardSection:
    """Stories of an edition that share a heading, which may be empty."""

    heading: str
    cards: list[StoryCard]


def drawn(owner: Any, field: str, size: str) -> Iterator[Reference]:
    """Yield the picture of a page in the size in which it is drawn, if it has one."""
    if pk := getattr(owner, f"{field}_id"):
        yield Reference(get_image_model(), pk, size)


def picture(library: Library, pk: int | None) -> Any | None:
    """Return a picture with its finished files, or nothing where it is gone."""
    return library.records(get_image_model()).get(pk) if pk else None


def place_of(page: Any) -> dict[str, Any]:
    """Return where a page of the magazine belongs: the magazine's address, and its edition."""
    way = [*page.trail, page]
    index = next((one for one in way if one.specific_class is MagazineIndexPage), None)
    edition = next((one for one in page.trail if one.specific_class is EditionPage), None)
    return {
        "magazine_url": (index and index.get_url()) or "/",
        "edition": edition if edition and edition.live else None,
    }


def story_context(story: StoryPage, size: str, related: list[StoryCard]) -> dict[str, Any]:
    """Return a story's pictures, those of its text among them, and the stories to read next."""
    library = Library(
        [
            *story.body.stream_block.references(story.body),
            *drawn(story, "cover_image", size),
            *pictures_of(related),
        ]
    )
    address = absolute(story.get_url() or "/")
    return place_of(story) | {
        "library": library,
        "address": address,
        "share": share_links(story.title, address) if story.allows("social_media") else [],
        "cover": picture(library, story.cover_image_id),
        "related": with_pictures(related, library),
    }


def edition_context(edition: EditionPage) -> dict[str, Any]:
    """Return an edition's cover, its contents by section, and the editions beside it."""
    sections = [
        CardSection(section.heading, cards_of(section.stories))
        for section in contents_of(edition, story_rows())
    ]
    cards = [card for section in sections for card in section.cards]
    library = Library([*drawn(edition, "cover_image", "tall"), *pictures_of(cards)])
    beside = _beside(edition)
    return place_of(edition) | {
        "query": Asked().choosing("editie", str(edition.number)).query(),
        "cover": picture(library, edition.cover_image_id),
        "sections": [
            replace(section, cards=with_pictures(section.cards, library))
            for section in sections
            if section.cards
        ],
        "number_of_stories": len(cards),
        "earlier": next((one for one in reversed(beside) if one.number < edition.number), None),
        "later": next((one for one in beside if one.number > edition.number), None),
    }


def _beside(edition: EditionPage) -> list[EditionPage]:
    """Return the edition before this one and the one after it."""
    others = _editions(edition.locale_id)
    before = others.filter(number__lt=edition.number).order_by("-number").values("pk")[:1]
    after = others.filter(number__gt=edition.number).order_by("number").values("pk")[:1]
    return public(others.filter(pk__in=before) | others.filter(pk__in=after))


def _editions(locale_id: int) -> QuerySet[EditionPage]:
    """Return the live editions in a language, by number."""
    # By a sum, so that SQLite looks at all editions and not at all pages of the language.
    return (
        EditionPage.objects.live()
        .annotate(in_locale=F("locale_id") + 0)
        .filter(in_locale=locale_id)
        .select_related("locale")
        .order_by("number", "pk")
    )


def maker_context(maker: MakerPage, parameters: Any) -> dict[str, Any]:
    """Return a maker's photo, and everything that they made, page by page."""
    shelf = Shelf.objects.filter(
        locale_id=maker.locale_id, facet=Shelf.Facet.MAKER, code=str(maker.translation_key)
    ).first()
    asked = read(parameters)
    places = ShelfPlace.objects.filter(shelf=shelf) if shelf else ShelfPlace.objects.none()
    total = shelf.stories if shelf else 0
    page = page_of(places.newest_first(), total, asked.page, PER_PAGE)
    cards = cards_of(rows_on(page)) if total else []
    library = Library([*drawn(maker, "photo", "tall"), *pictures_of(cards)])
    return place_of(maker) | {
        "photo": picture(library, maker.photo_id),
        "items": page,
        "cards": with_pictures(cards, library),
        "is_regular": asked.is_sound and page.number == asked.page,
    }


def front_context(index: MagazineIndexPage) -> dict[str, Any]:
    """Return the newest edition, the newest stories, ways to choose, older editions, makers."""
    newest = StoryList(index.locale_id, Asked(), NEWEST)
    editions = public(_editions(index.locale_id).reverse())
    library = Library(
        [
            *index.body.stream_block.references(index.body),
            *_covers(editions[:1], "tall"),
            *_covers(editions[1 : COVERS + 1], "small"),
            *pictures_of(newest.cards),
        ]
    )
    covers = [(edition, picture(library, edition.cover_image_id)) for edition in editions]
    return place_of(index) | {
        "library": library,
        "newest_edition": covers[0] if covers else None,
        "covers": covers[1 : COVERS + 1],
        "older": editions[COVERS + 1 :],
        "cards": with_pictures(newest.cards, library),
        "total": newest.total,
        "filters": {choices.parameter: choices for choices in newest.filters()},
        "makers": newest.makers(),
    }


def _covers(editions: Iterable[EditionPage], size: str) -> Iterator[Reference]:
    for edition in editions:
        yield from drawn(edition, "cover_image", size)


def newest_cards(most: int) -> list[StoryCard]:
    """Return the newest stories in the language that is spoken now, by one query."""
    places = ShelfPlace.objects.filter(
        shelf__facet=Shelf.Facet.ALL, shelf__locale__language_code=get_language()
    )
    keys = places.newest_first().values("story_id")[:most]
    rows = story_rows().filter(pk__in=keys).order_by("-story_date", "-pk")
    return of_this_page(f"newest stories {most}", lambda: cards_of(rows))


def list_context(index: MagazineIndexPage, stories: StoryList) -> dict[str, Any]:
    """Return the stories that are asked for, and what else can be chosen."""
    place = place_of(index)
    return place | {
        "list_url": f"{place['magazine_url']}{index.STORIES}",
        "stories": stories,
        "cards": with_pictures(stories.cards),
        "filters": list(stories.filters()),
        "items": stories.page,
    }
