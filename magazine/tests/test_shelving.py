"""The shelves are as the live stories are, whatever happens to these."""

import datetime as dt

import pytest

from django.core.management import call_command

from wagtail.models import Page

from magazine.models import Shelf, ShelfPlace, StoryPage
from magazine.shelving import NEAR, shelve_all
from magazine.tests import factories
from magazine.tests.public import (
    appear,
    area,
    in_language,
    live_edition,
    live_maker,
    live_story,
    tie,
)
from tests.factories import home_in

pytestmark = pytest.mark.django_db


def on_shelf(facet, code=None, language="nl"):
    """Return the slugs of the stories on a shelf, as lists have them."""
    places = ShelfPlace.objects.filter(
        shelf__facet=facet, shelf__locale__language_code=language
    ).newest_first()
    if code is not None:
        places = places.filter(shelf__code=str(code))
    return list(places.values_list("story__slug", flat=True))


def are_counted():
    """Return whether each shelf knows how many stories stand on it."""
    return all(shelf.stories == shelf.places.count() for shelf in Shelf.objects.all())


def test_a_live_story_stands_under_all_its_headings():
    noor, edition, noord = live_maker(), live_edition(), area("noord")
    story = live_story(
        parent=edition,
        kind="interview",
        area=noord,
        tags=["werk"],
        lines=["passend-werk"],
        makers=[(noor, "text"), (noor, "photo")],
        story_date=dt.date(2019, 7, 4),
    )
    stands = dict(ShelfPlace.objects.filter(story=story).values_list("shelf__facet", "shelf__code"))
    assert stands == {
        "all": "",
        "kind": "interview",
        "year": "2019",
        "line": "passend-werk",
        "area": str(noord.pk),
        "edition": str(edition.pk),
        "tag": str(story.tags.get().pk),
        "maker": str(noor.translation_key),
    }
    assert ShelfPlace.objects.get(story=story, shelf__facet="maker").roles == "text,photo"
    assert are_counted()


def test_a_draft_stands_nowhere():
    tie(factories.story(), tags=["werk"]).save()
    assert not ShelfPlace.objects.exists()


def test_a_story_of_the_same_day_comes_before_the_older_one():
    for slug, day in (("een", 1), ("twee", 2), ("drie", 2)):
        live_story(slug, story_date=dt.date(2019, 7, day))
    assert on_shelf("all") == ["drie", "twee", "een"]


@pytest.mark.parametrize("whole", [True, False])
def test_what_goes_offline_leaves_its_shelves(whole):
    story = live_story(tags=["werk"])
    (story if whole else Page.objects.get(pk=story.pk)).unpublish()
    assert not ShelfPlace.objects.exists()
    assert are_counted()


def test_what_is_deleted_leaves_its_shelves():
    live_story("een", tags=["werk"])
    Page.objects.get(pk=live_story("twee", tags=["werk"]).pk).delete()
    assert on_shelf("tag") == ["een"]
    assert are_counted()


def test_a_new_text_stands_where_it_belongs_now():
    story = live_story(tags=["werk"], kind="column")
    story.kind = "news"
    appear(tie(story, tags=["geld"]))
    assert on_shelf("kind", "column") == []
    assert on_shelf("kind", "news") == ["een-verhaal"]
    assert [shelf.tag.name for shelf in Shelf.objects.filter(facet="tag", stories=1)] == ["geld"]
    assert are_counted()


def test_a_draft_of_a_live_story_changes_no_shelf():
    story = live_story(kind="column")
    story.kind = "news"
    story.save_revision()
    assert on_shelf("kind", "column") == ["een-verhaal"]


def test_a_story_that_moves_leaves_its_edition():
    edition = live_edition()
    story = live_story(parent=edition)
    story.move(factories.magazine(), pos="last-child")
    assert on_shelf("edition") == []
    assert are_counted()


def test_languages_have_their_own_shelves():
    home_in("en")
    story = live_story(tags=["werk"])
    in_language(story, "en", slug="a-story")
    assert on_shelf("tag") == ["een-verhaal"]
    assert on_shelf("tag", language="en") == ["a-story"]


def test_a_maker_is_known_by_the_page_in_the_storys_language():
    home_in("en")
    noor = live_maker()
    story = live_story(makers=[(noor, "text")])
    in_language(story, "en", slug="a-story")
    shelf = Shelf.objects.get(facet="maker", locale__language_code="en")
    assert shelf.maker == noor
    english = in_language(noor, "en")
    shelf.refresh_from_db()
    assert shelf.maker == english


def test_a_deleted_tag_takes_its_shelf_along_and_no_story():
    story = live_story(tags=["werk"])
    story.tags.get().delete()
    assert not Shelf.objects.filter(facet="tag").exists()
    assert on_shelf("all") == ["een-verhaal"]


def test_what_was_changed_past_the_code_is_mended_by_the_command():
    live_story("een")
    live_story("twee")
    StoryPage.objects.filter(slug="een").update(live=False)
    ShelfPlace.objects.filter(story__slug="twee").delete()
    call_command("shelve_stories", verbosity=0)
    assert on_shelf("all") == ["twee"]
    assert are_counted()


def test_all_at_once_finds_nothing_to_mend():
    live_story("een", tags=["werk"], lines=["passend-werk"])
    before = set(ShelfPlace.objects.values_list("story_id", "shelf_id"))
    assert shelve_all() == 1
    assert set(ShelfPlace.objects.values_list("story_id", "shelf_id")) == before


def test_a_shelf_knows_since_when_its_newest_stories_are(monkeypatch):
    assert NEAR > 2
    monkeypatch.setattr("magazine.shelving.NEAR", 2)
    for day in (1, 2, 3):
        live_story(f"dag-{day}", story_date=dt.date(2019, 7, day))
        known = Shelf.objects.get(facet="all").recent_since
        assert known == dt.date(2019, 7, max(1, day - 1))
