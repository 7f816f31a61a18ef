"""What a story says of itself around its text: labels, makers, and the stories around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from magazine.lists.cards import StoryCard
from magazine.models import MakerPage, StoryMaker, StoryPage

Role = StoryMaker.Role


@dataclass(frozen=True)
class Label:
    """Something that a story shares with others: its name, its key, the query of their list."""

    name: str
    key: str
    query: str = ""


@dataclass(frozen=True)
class MadeBy:
    """Somebody who made the story: their name, their page, and what they did."""

    name: str
    url: str
    did: tuple[str, ...]
    is_example: bool

    @property
    def roles(self) -> list[str]:
        """Return in words what they did."""
        return [str(Role(one).label) for one in self.did]

    @property
    def writes(self) -> bool:
        """Return whether the words are theirs."""
        return not {Role.TEXT, Role.TOLD}.isdisjoint(self.did)


@dataclass
class Around:
    """All that stands around a story."""

    lines: list[Label] = field(default_factory=list)
    tags: list[Label] = field(default_factory=list)
    area: Label | None = None
    series: Label | None = None
    makers: list[MadeBy] = field(default_factory=list)
    before: StoryCard | None = None
    after: StoryCard | None = None
    in_series: list[StoryCard] = field(default_factory=list)
    related: list[StoryCard] = field(default_factory=list)


def around_draft(story: StoryPage) -> Around:
    """Return what a draft says of itself: it stands on no shelf yet."""
    lines = [Label(line.name, line.key) for line in story.programme_lines.all()]
    roles: dict[MakerPage, dict[str, None]] = {}
    for one in story.makers.all():
        roles.setdefault(one.maker, {})[one.role] = None
    return Around(
        lines=lines,
        tags=[Label(tag.name, tag.slug) for tag in story.tags.all()],
        area=Label(story.area.name, story.area.key) if story.area else None,
        series=Label(story.series.name, str(story.series_id)) if story.series else None,
        makers=[
            MadeBy(page.title, (page.live and page.get_url()) or "", tuple(did), page.is_example)
            for page, did in roles.items()
        ],
    )
