"""What is planned happens at its moment; what cannot is told in the log and stops no other."""

from __future__ import annotations

import datetime as dt
import logging

import pytest

from django.core.management import call_command, get_commands
from django.utils import timezone

from wagtail.models import Page, Revision

from home.models import HomePage
from magazine.models import StoryPage
from magazine.tests import factories as magazine
from redactieraad.models import Decision, Entry
from redactieraad.publishing.scheduling import carry_out_what_is_planned
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, publish, submit
from tests.factories import info_page

pytestmark = pytest.mark.django_db

SOON = dt.timedelta(days=1)


@pytest.fixture
def later(monkeypatch):
    """Return a function that lets two days pass."""

    def pass_two_days():
        moment = timezone.now() + 2 * SOON
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return pass_two_days


def planned(members, slug="gepland", **fields):
    story = magazine.story(slug, go_live_at=timezone.now() + SOON, **fields)
    approve(submit(story), members[:3])
    story.refresh_from_db()
    assert not story.live
    return story


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def is_planned():
    return Revision.objects.exclude(approved_go_live_at=None).exists()


def test_an_approved_text_appears_at_its_moment_and_not_before(members, later):
    story = planned(members)
    carry_out_what_is_planned()
    assert not is_live(story)
    later()
    carry_out_what_is_planned()
    assert is_live(story)
    assert not is_planned()
    assert Entry.objects.get().kind == Entry.Kind.PUBLISHED
    assert list(faults()) == []


def test_doing_it_again_enters_nothing_twice(members, later):
    planned(members)
    later()
    for _time in range(3):
        carry_out_what_is_planned()
    assert Entry.objects.count() == 1


def test_what_is_not_approved_any_more_stays_and_is_taken_off_the_plan(members, later, caplog):
    story = planned(members)
    Decision.objects.update(ended_at=timezone.now())
    later()
    with caplog.at_level(logging.WARNING):
        carry_out_what_is_planned()
    assert not is_live(story)
    assert not is_planned()
    assert caplog.records
    assert story.title not in caplog.text
    assert not Entry.objects.exists()


@pytest.mark.parametrize("failure", [ValueError, OSError, RuntimeError])
def test_one_that_fails_stops_no_other_and_is_tried_again(
    members, later, monkeypatch, caplog, failure
):
    bad, good = planned(members, "slecht", title="Geheim"), planned(members, "goed")
    later()
    whole = StoryPage.save

    def save(self, *args, **kwargs):
        if self.pk == bad.pk:
            raise failure
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(StoryPage, "save", save)
    with caplog.at_level(logging.ERROR):
        carry_out_what_is_planned()
    assert not is_live(bad)
    assert is_live(good)
    assert "could not do what was planned" in caplog.text
    monkeypatch.setattr(StoryPage, "save", whole)
    carry_out_what_is_planned()
    assert is_live(bad)


def test_what_is_over_goes_offline_and_the_register_says_why(members, later):
    story = magazine.story(expire_at=timezone.now() + SOON)
    publish(story, members[:3])
    carry_out_what_is_planned()
    assert is_live(story)
    later()
    carry_out_what_is_planned()
    assert not is_live(story)
    entry = Entry.objects.first()
    assert (entry.kind, entry.reason) == (Entry.Kind.OFFLINE, Entry.Reason.EXPIRED)
    assert list(faults()) == []


def test_one_that_cannot_go_offline_stops_no_other(members, later, monkeypatch):
    bad = magazine.story("slecht", expire_at=timezone.now() + SOON)
    good = magazine.story("goed", expire_at=timezone.now() + SOON)
    for story in (bad, good):
        publish(story, members[:3])
    later()
    whole = StoryPage.unpublish

    def unpublish(self, *args, **kwargs):
        if self.pk == bad.pk:
            raise ValueError
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(StoryPage, "unpublish", unpublish)
    carry_out_what_is_planned()
    assert is_live(bad)
    assert not is_live(good)


def test_pages_that_are_not_governed_are_published_as_ever(later):
    page = info_page(HomePage.objects.get(), "Over ons", "over-ons")
    page.unpublish()
    page.go_live_at = timezone.now() + SOON
    page.save_revision().publish()
    assert not is_live(page)
    later()
    carry_out_what_is_planned()
    assert is_live(page)


def test_wagtails_command_does_the_same(members, later):
    story = planned(members)
    later()
    call_command("publish_scheduled", dryrun=True, verbosity=0)
    assert not is_live(story)
    call_command("publish_scheduled")
    assert is_live(story)
    assert get_commands()["publish_scheduled"] == "redactieraad"
