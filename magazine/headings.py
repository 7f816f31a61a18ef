"""Under which headings stories belong, read for any number of stories by a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from magazine.models import EditionPage, MakerPage, StoryMaker, StoryPage, StoryTag
from magazine.models.shelves import Shelf

Facet = Shelf.Facet


@dataclass(frozen=True)
class Heading:
    """A heading under which a story belongs.

    Attributes:
        facet: what sort of heading.
        code: what makes it this one.
        fields: what else its shelf holds.
        said: what the story's place on the shelf says.

    """

    facet: str
    code: str
    fields: dict[str, Any] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)


class Headings:
    """The headings of some stories."""

    def __init__(self, stories: list[StoryPage]) -> None:
        """Read what the stories are tied to."""
        keys = [story.pk for story in stories]
        self._editions = _editions(stories)
        self._lines = _by_story(
            StoryPage.programme_lines.through.objects.filter(storypage__in=keys).values_list(
                "storypage_id", "programmeline__key"
            )
        )
        self._tags = _by_story(
            StoryTag.objects.filter(content_object__in=keys).values_list(
                "content_object_id", "tag_id"
            )
        )
        made = list(
            StoryMaker.objects.filter(story__in=keys)
            .select_related("maker")
            .order_by("sort_order", "pk")
        )
        self._makers = _by_story((one.story_id, one) for one in made)
        people = {one.maker.translation_key for one in made}
        self._versions = {
            (page.translation_key, page.locale_id): page.pk
            for page in MakerPage.objects.filter(translation_key__in=people)
        }

    def of(self, story: StoryPage) -> Iterator[Heading]:
        """Yield the headings of one of the stories."""
        yield Heading(Facet.ALL, "")
        yield _valued(Facet.KIND, story.kind)
        yield _valued(Facet.YEAR, str(story.story_date.year))
        for line in sorted(set(self._lines[story.pk])):
            yield _valued(Facet.LINE, line)
        if story.series_id:
            value = str(story.series_id)
            yield Heading(Facet.SERIES, value, {"value": value, "series_id": story.series_id})
        edition = self._editions.get(_above(story))
        for facet, pk in ((Facet.AREA, story.area_id), (Facet.EDITION, edition)):
            if pk:
                yield Heading(facet, str(pk), {f"{facet}_id": pk})
        for tag in set(self._tags[story.pk]):
            yield Heading(Facet.TAG, str(tag), {"tag_id": tag})
        yield from self._made_by(story)

    def _made_by(self, story: StoryPage) -> Iterator[Heading]:
        """Yield a heading for each maker, by their page in the story's language if there is one."""
        roles: dict[Any, list[StoryMaker]] = defaultdict(list)
        for one in self._makers[story.pk]:
            roles[one.maker.translation_key].append(one)
        for position, (person, made) in enumerate(roles.items()):
            page = self._versions.get((person, story.locale_id), made[0].maker_id)
            did = ",".join(dict.fromkeys(one.role for one in made))
            said = {"roles": did, "position": position}
            yield Heading(Facet.MAKER, str(person), {"maker_id": page}, said)


def _valued(facet: str, value: str) -> Heading:
    """Return a heading that is no record of its own."""
    return Heading(facet, value, {"value": value})


def _above(page: Page) -> str:
    """Return the place in the tree of the page above."""
    return page.path[: -Page.steplen]


def _editions(stories: list[StoryPage]) -> dict[str, int]:
    """Return the editions that the stories lie in, by their place in the tree."""
    paths = {_above(story) for story in stories}
    return dict(EditionPage.objects.filter(path__in=paths).values_list("path", "pk"))


def _by_story(rows: Any) -> dict[int, list[Any]]:
    """Return what belongs to each story."""
    found: dict[int, list[Any]] = defaultdict(list)
    for story, row in rows:
        found[story].append(row)
    return found
