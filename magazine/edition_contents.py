"""What stands in an edition, for readers of its language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from core.restrictions import public
from magazine.models import EditionPage, StoryPage


@dataclass(frozen=True)
class Section:
    """Stories that share a heading, which may be empty."""

    heading: str
    stories: list[StoryPage]


def contents_of(edition: EditionPage, rows: QuerySet[StoryPage] | None = None) -> list[Section]:
    """Return the stories of an edition that readers may see, in order and by section.

    Each in the edition's own language, where there is such a version.

    Args:
        edition: the edition.
        rows: how much is read of live stories; without it, all there is.

    """
    if rows is None:
        rows = StoryPage.objects.live().select_related("locale").specific()
    items = list(edition.items.select_related("story"))
    keys = {item.story.translation_key for item in items}
    chosen = {item.story_id for item in items}
    # By one index: the other languages of twenty stories are read sooner than two are combined.
    found = [
        story
        for story in rows.filter(translation_key__in=keys)
        if story.locale_id == edition.locale_id or story.pk in chosen
    ]
    versions: dict[object, StoryPage] = {}
    for story in public(found):
        if story.locale_id == edition.locale_id or story.translation_key not in versions:
            versions[story.translation_key] = story
    lines = [
        (item.section, versions[item.story.translation_key])
        for item in items
        if item.story.translation_key in versions
    ]
    return [
        Section(heading, [story for _heading, story in group])
        for heading, group in groupby(lines, key=lambda line: line[0])
    ]
