"""Fills the demo with thousands of stories, quickly: rows as the site itself would leave them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.bench.bulk import add_pages

DAY = dt.timedelta(days=1)
CHUNK = 2_000
EVERY = 7  # one story in so many has the second kind, the second line, and so on


def fill(total: int) -> None:
    """Add stories below the Dutch magazine until there are so many."""
    from magazine.models import MagazineIndexPage, StoryPage
    from magazine.shelving import shelve_all

    index = MagazineIndexPage.objects.get(locale__language_code="nl")
    there = StoryPage.objects.count()
    while there < total:
        size = min(CHUNK, total - there)
        _add(index, there, size)
        there += size
    # Past the models, so past the shelves that lists are read from.
    shelve_all()


def _add(index: Any, first: int, size: int) -> None:
    """Add one chunk of stories."""
    areas = _areas()

    def make(number: int, place: dict[str, Any]) -> Any:
        return _story(first + number, areas[number % len(areas)], place)

    add_pages(index, size, make, _tie)


def _story(number: int, area: int | None, place: dict[str, Any]) -> Any:
    from django.utils import timezone

    from magazine.models import StoryPage

    moment = timezone.now() - number * DAY / 4
    return StoryPage(
        title=f"Proefverhaal {number}",
        slug=f"proef-{number}",
        first_published_at=moment,
        kind="column" if number % EVERY else "news",
        intro="Een verhaal om mee te meten.",
        story_date=moment.date(),
        body=[("text", "<p>Een zin van een proefverhaal.</p>")] * 5,
        area_id=area,
        **place,
    )


def _areas() -> list[int | None]:
    """Return where stories are about, in turn."""
    from django.apps import apps

    return [*apps.get_model("projects.Area").objects.values_list("pk", flat=True)[:EVERY], None]


def _tie(stories: list[Any]) -> None:
    """Give each story a programme line, and some of them a tag."""
    from taggit.models import Tag

    from django.apps import apps

    from magazine.models import StoryPage, StoryTag

    line = apps.get_model("projects.ProgrammeLine")
    lines = list(line.objects.filter(locale__language_code="nl"))
    through = StoryPage.programme_lines.through
    through.objects.bulk_create(
        through(storypage_id=story.pk, programmeline_id=lines[at % len(lines)].pk)
        for at, story in enumerate(stories)
    )
    tag, _created = Tag.objects.get_or_create(name="proef", slug="proef")
    StoryTag.objects.bulk_create(
        StoryTag(tag=tag, content_object_id=story.pk) for story in stories[::EVERY]
    )
