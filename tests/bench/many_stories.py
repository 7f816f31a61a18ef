"""Fills the demo with thousands of stories, quickly: rows as the site itself would leave them.

Every story gets its decision and its entry in the register, so that verifying the register
is measured too. Rows go in in bulk, past the guard, as a backup is restored.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

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
    """Add one chunk of stories in one transaction."""
    from django.db import connection, transaction

    from wagtail.models import Page

    from magazine.models import StoryPage

    index.refresh_from_db()
    last = index.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    areas = _areas()
    stories = [
        _story(index, first + number, step + number, areas[number % len(areas)])
        for number in range(size)
    ]
    with transaction.atomic():
        Page._base_manager.bulk_create([_page_row(story) for story in stories])
        ids = dict(
            Page.objects.filter(slug__in=[story.slug for story in stories]).values_list(
                "slug", "pk"
            )
        )
        for story in stories:
            story.page_ptr_id = ids[story.slug]
            story.pk = story.page_ptr_id
        fields = StoryPage._meta.local_concrete_fields
        # Django makes no children of another table in bulk; this is what it does for one.
        StoryPage._base_manager.none()._insert(stories, fields=fields, using=connection.alias)
        Page.objects.filter(pk=index.pk).update(numchild=index.numchild + size)
        _tie(stories)
        _approve(stories)


def _story(index: Any, number: int, step: int, area: int | None) -> Any:
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone

    from wagtail.models import Page

    from magazine.models import StoryPage

    moment = timezone.now() - number * DAY / 4
    slug = f"proef-{number}"
    return StoryPage(
        title=f"Proefverhaal {number}",
        draft_title=f"Proefverhaal {number}",
        slug=slug,
        path=Page._get_path(index.path, index.depth + 1, step),
        depth=index.depth + 1,
        url_path=f"{index.url_path}{slug}/",
        locale=index.locale,
        translation_key=uuid.uuid4(),
        content_type=ContentType.objects.get_for_model(StoryPage),
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        kind="column" if number % EVERY else "news",
        intro="Een verhaal om mee te meten.",
        story_date=moment.date(),
        body=[("text", "<p>Een zin van een proefverhaal.</p>")] * 5,
        area_id=area,
    )


def _areas() -> list[int | None]:
    """Return where stories are about, in turn."""
    from django.apps import apps

    return [*apps.get_model("projects.Area").objects.values_list("pk", flat=True)[:EVERY], None]


def _page_row(story: Any) -> Any:
    from wagtail.models import Page

    values = {field.attname: getattr(story, field.attname) for field in Page._meta.concrete_fields}
    return Page(**(values | {"id": None}))


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


def _approve(stories: list[Any]) -> None:
    """Write the decision and the entry of each story."""
    from django.contrib.contenttypes.models import ContentType

    from wagtail.models import Page

    from redactieraad.fingerprint import fingerprint
    from redactieraad.models import Decision, Entry, RegisterHead
    from redactieraad.register import hash_of

    head, _created = RegisterHead.objects.get_or_create(pk=1)
    base = ContentType.objects.get_for_model(Page)
    entries, decisions = [], []
    for story in stories:
        said = fingerprint(story)
        common = {"object_id": str(story.pk), "fingerprint": said, "language": "nl"}
        common |= {"approvals": 3, "experts": 2}
        decisions.append(Decision(content_type=base, **common))
        entry = Entry(
            number=head.number + 1,
            kind=Entry.Kind.PUBLISHED,
            happened_at=story.first_published_at,
            model="magazine.storypage",
            translation_key=str(story.translation_key),
            previous_hash=head.entry_hash,
            **common,
        )
        entry.entry_hash = hash_of(entry)
        entries.append(entry)
        head.number, head.entry_hash = entry.number, entry.entry_hash
    Decision.objects.bulk_create(decisions)
    Entry.objects.bulk_create(entries)
    head.save()
