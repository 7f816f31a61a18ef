"""Makes pages of the magazine public, as if the redactieraad had approved them a moment ago."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from taggit.models import Tag

from django.apps import apps

from wagtail.models import Locale, Page

from magazine.models import EditionItem, StoryMaker, StoryPage, StoryRelated
from magazine.tests import factories
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Decision
from redactieraad.publishing.appearing import publish_approved

Area = apps.get_model("projects.Area")
ProgrammeLine = apps.get_model("projects.ProgrammeLine")


def appear(page: Any) -> Any:
    """Return a page as it is once its text is approved and public."""
    revision = page.save_revision()
    Decision.objects.create(
        content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        revision=revision,
        fingerprint=fingerprint_of_revision(revision),
        language=page.locale.language_code,
        approvals=3,
        experts=2,
    )
    publish_approved(page)
    found = type(page).objects.get(pk=page.pk)
    assert found.live
    return found


def live_edition(slug: str = "zomer-2019", stories: Iterable[StoryPage] = (), **fields: Any) -> Any:
    """Return a public edition, with these stories in its contents."""
    return fill(factories.edition(slug, **fields), stories)


def fill(edition: Any, stories: Iterable[StoryPage], section: str = "") -> Any:
    """Return the edition, public, with these stories in its contents."""
    edition.items = [
        EditionItem(story=story, section=section, sort_order=position)
        for position, story in enumerate(stories)
    ]
    return appear(edition)


def live_story(
    slug: str = "een-verhaal",
    parent: Page | None = None,
    *,
    tags: Iterable[str] = (),
    lines: Iterable[str] = (),
    makers: Iterable[tuple[Any, str]] = (),
    related: Iterable[StoryPage] = (),
    **fields: Any,
) -> StoryPage:
    """Return a public story that belongs to these things."""
    story = factories.story(slug, parent, **({"title": slug.capitalize()} | fields))
    return appear(tie(story, tags=tags, lines=lines, makers=makers, related=related))


def live_portrait(slug: str = "een-portret", **fields: Any) -> Any:
    """Return a public portrait."""
    return appear(factories.portrait(slug, **fields))


def live_maker(slug: str = "noor", **fields: Any) -> Any:
    """Return the public page of a maker."""
    return appear(factories.maker(slug, **fields))


def tie(
    story: StoryPage,
    tags: Iterable[str] = (),
    lines: Iterable[str] = (),
    makers: Iterable[tuple[Any, str]] = (),
    related: Iterable[StoryPage] = (),
) -> StoryPage:
    """Return a story that belongs to these things, not saved yet."""
    story.tags.set([Tag.objects.get_or_create(name=name, slug=name)[0] for name in tags])
    story.programme_lines = [line(key) for key in lines]
    story.makers = [
        StoryMaker(maker=maker, role=role, sort_order=position)
        for position, (maker, role) in enumerate(makers)
    ]
    story.related = [
        StoryRelated(other=other, sort_order=position) for position, other in enumerate(related)
    ]
    return story


def line(key: str) -> Any:
    """Return a programme line, published, by its key."""
    dutch = Locale.objects.get(language_code="nl")
    found = ProgrammeLine.objects.filter(key=key, locale=dutch).first()
    if found is None:
        names = dict(ProgrammeLine.Key.choices)
        found = ProgrammeLine.objects.create(
            key=key, name=names[key], summary="Samen.", locale=dutch, live=True
        )
    return found


def area(key: str) -> Any:
    """Return a district, published, by its key."""
    return Area.objects.get_or_create(key=key, defaults={"name": key.capitalize(), "live": True})[0]


def in_language(page: Any, code: str, **fields: Any) -> Any:
    """Return the public version of a page in another language."""
    locale = Locale.objects.get(language_code=code)
    version = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(version, name, value)
    # The way there is public too.
    Page.objects.ancestor_of(version).update(live=True)
    return appear(version)
