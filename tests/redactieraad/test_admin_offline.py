"""Taking offline with a reason, and letting appear what is approved and waits for nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from django.urls import reverse
from django.utils import timezone

from accounts.groups import GROUPS
from accounts.tests.factories import person
from magazine.models import StoryPage
from magazine.tests import factories as magazine
from redactieraad.models import Decision, Entry, Member
from redactieraad.publishing.pending import pending_of
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import council, publish
from tests.redactieraad.kinds import quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return publish(magazine.story(), council()[:3])


@pytest.fixture
def editor(client):
    user = person("Redactie")
    client.force_login(user)
    return user


def take_offline(client, page, **data):
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), data)


def reasons():
    offline = Entry.objects.filter(kind=Entry.Kind.OFFLINE).order_by("number")
    return list(offline.values_list("reason", flat=True))


@pytest.mark.parametrize("reason", ["editors", "correction", "request"])
def test_the_reason_that_was_chosen_is_in_the_register(client, editor, story, reason):
    take_offline(client, story, reason=reason)
    story.refresh_from_db()
    assert not story.live
    assert reasons() == [reason]


def test_without_a_reason_it_is_the_editors_choice(client, editor, story):
    take_offline(client, story)
    assert reasons() == ["editors"]


@pytest.mark.parametrize("reason", ["", "consent-withdrawn", "Omdat Fatima het vroeg"])
def test_a_reason_that_is_not_on_the_list_takes_nothing_offline(client, editor, story, reason):
    response = take_offline(client, story, reason=reason)
    assert response.context["reason_form"].errors["reason"]
    story.refresh_from_db()
    assert story.live
    assert reasons() == []


def test_the_question_is_asked_of_governed_pages_only(client, editor, story):
    shown = client.get(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))
    assert "reason_form" in shown.context
    client.force_login(person("Beheer"))
    index = magazine.magazine()
    shown = client.get(reverse("wagtailadmin_pages:unpublish", args=[index.pk]))
    assert shown.status_code == 200
    assert "reason_form" not in shown.context


def test_one_reason_holds_for_an_edition_and_its_stories(client, editor):
    members = council()
    edition = magazine.edition()
    publish(magazine.story("een", edition), members[:3])
    publish(magazine.story("twee", edition), members[:3])
    publish(edition, members[:3])
    take_offline(client, edition, reason="correction", include_descendants="on")
    assert reasons() == ["correction"] * 3
    assert list(faults()) == []


def test_bulk_unpublishing_is_the_editors_choice(client, editor, story):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{address}?id={story.pk}&next=/beheer/")
    assert reasons() == ["editors"]


def test_the_reason_of_one_is_not_the_reason_of_the_next(client, editor, story):
    take_offline(client, story, reason="request")
    members = [one.user for one in Member.objects.order_by("pk")[:3]]
    publish(magazine.story("ander"), members).unpublish()
    assert reasons() == ["request", "editors"]


def test_a_locked_page_is_taken_offline_too(client, editor, story):
    story.locked, story.locked_by = True, person("Beheer")
    story.locked_at = timezone.now()
    story.save(update_fields=["locked", "locked_by", "locked_at"])
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert reverse("wagtailadmin_pages:unpublish", args=[story.pk]) in shown
    take_offline(client, story, reason="correction")
    assert reasons() == ["correction"]


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_only_redactie_and_beheer_take_offline(client, story, group):
    client.force_login(person(group))
    take_offline(client, story)
    story.refresh_from_db()
    assert story.live == (group not in {"Redactie", "Beheer"})


@pytest.fixture
def moved():
    """Return an approved story that was moved out of its edition, which is not public."""
    story = publish(magazine.story("los", magazine.edition()), council()[:3])
    story.move(magazine.magazine(), pos="last-child")
    return StoryPage.objects.get(pk=story.pk)


def appear(client, text):
    address = reverse("redactieraad_let_appear", args=[text.get_base_content_type().pk, text.pk])
    return client.post(address, follow=True)


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_only_redactie_and_beheer_let_appear(client, moved, group):
    client.force_login(person(group))
    appear(client, moved)
    moved.refresh_from_db()
    assert moved.live == (group in {"Redactie", "Beheer"})
    assert list(faults()) == []


def test_looking_alone_lets_nothing_appear(client, editor, moved):
    key = [moved.get_base_content_type().pk, moved.pk]
    assert client.get(reverse("redactieraad_let_appear", args=key)).status_code == 200
    moved.refresh_from_db()
    assert not moved.live


def test_what_was_edited_since_appears_as_it_was_approved(client, editor, moved):
    moved.title = "Stiekem anders"
    moved.save_revision(user=editor)
    appear(client, moved)
    moved.refresh_from_db()
    assert (moved.live, moved.title) == (True, "Een verhaal")


def test_what_nobody_approved_does_not_appear(client, editor, story):
    draft = magazine.story("concept")
    appear(client, draft)
    draft.refresh_from_db()
    assert not draft.live
    story.unpublish()
    appear(client, story)
    story.refresh_from_db()
    assert not story.live


def test_a_story_waits_for_its_edition(client, editor):
    story = publish(magazine.story("in-editie", magazine.edition()), council()[:3])
    appear(client, story)
    story.refresh_from_db()
    assert not story.live
    assert pending_of(story).appears_with is not None


def test_what_was_taken_off_the_plan_can_appear_or_be_planned_again(client, editor):
    story = magazine.story()
    story.go_live_at = timezone.now() + dt.timedelta(days=3)
    revision = story.save_revision()
    publish(story, council()[:3])
    assert pending_of(story).appears_at == story.go_live_at
    unschedule = reverse("wagtailadmin_pages:revisions_unschedule", args=[story.pk, revision.pk])
    client.post(unschedule)
    assert not pending_of(story).waits
    appear(client, story)
    assert pending_of(story).appears_at == story.go_live_at
    client.post(unschedule)
    story = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    story.go_live_at = None
    story.save_revision(user=editor)
    appear(client, story)
    story.refresh_from_db()
    assert story.live
    assert list(faults()) == []


def test_a_failure_in_the_middle_of_an_edition_publishes_nothing(client, editor, monkeypatch):
    """The second story fails: neither the first, nor the edition, nor an entry remains."""
    members = council()
    edition = magazine.edition()
    stories = [publish(magazine.story(name, edition), members[:3]) for name in ("een", "twee")]
    before = list(Entry.objects.values_list("number", flat=True))
    whole = StoryPage.publish
    published = []

    def breaks(self, *args, **kwargs):
        if published:
            message = "the disk is full"
            raise OSError(message)
        published.append(self.pk)
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(StoryPage, "publish", breaks)
    with pytest.raises(OSError, match="disk"):
        publish(edition, members[:3])
    assert published
    monkeypatch.undo()
    for page in (edition, *stories):
        page.refresh_from_db()
        assert not page.live
    assert list(Entry.objects.values_list("number", flat=True)) == before
    # The votes that were cast before it stand, and nothing was decided.
    assert not Decision.objects.of(edition.get_base_content_type(), edition.pk).exists()
    assert list(faults()) == []


def test_a_record_goes_offline_with_its_reason_too(client, editor):
    said = publish(quote(), council()[:3])
    address = reverse(said.snippet_viewset.get_url_name("unpublish"), args=[said.pk])
    assert "reason_form" in client.get(address).context
    client.post(address, {"reason": "request"})
    assert reasons() == ["request"]
    assert list(faults()) == []
