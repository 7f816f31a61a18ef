"""What is approved and planned appears at its moment, as it was approved."""

from __future__ import annotations

import datetime as dt

import pytest

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from wagtail.models import Page, Revision

from redactieraad.guard import NotApprovedError
from redactieraad.models import Decision, Entry
from redactieraad.publishing.appearing import publish_approved
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import council, publish
from tests.redactieraad.admin import browser_of, somebody
from tests.redactieraad.code_routes import let_time_pass
from tests.redactieraad.kinds import KINDS, MAKER, QUOTE, STORY, edited, fresh

pytestmark = pytest.mark.django_db

IN_AN_HOUR = dt.timedelta(hours=1)


def planned(kind, members, after=IN_AN_HOUR):
    """Return a new text that is approved, for a moment of its own."""
    text = kind.make()
    draft = text.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + after
    draft.save_revision()
    return fresh(publish(fresh(text), members))


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_an_edit_of_what_is_planned_does_not_appear_and_the_approved_text_does(kind):
    text = planned(kind, council()[:3])
    approved = getattr(text.get_latest_revision_as_object(), kind.words)
    assert not text.live
    text = edited(text, kind, "Ongezien.")
    let_time_pass(text)
    call_command("publish_scheduled")
    assert fresh(text).live
    assert getattr(fresh(text), kind.words) == approved
    assert (
        fresh(text).get_latest_revision_as_object().serializable_data()[kind.words] == "Ongezien."
    )
    assert list(faults()) == []


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_moment_in_the_past_is_now(kind):
    text = planned(kind, council()[:3], after=-IN_AN_HOUR)
    assert text.live
    assert list(faults()) == []


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_planned_revision_that_was_written_over_is_taken_off_the_plan_and_stops_no_other(kind):
    members = council()[:3]
    text, other = planned(kind, members), planned(MAKER, members)
    let_time_pass(text)
    let_time_pass(other)
    content = text.latest_revision.content | {kind.words: "Ongezien."}
    Revision.objects.filter(pk=text.latest_revision_id).update(content=content)
    call_command("publish_scheduled")
    assert not fresh(text).live
    assert fresh(other).live
    assert not text.revisions.exclude(approved_go_live_at=None).exists()


def test_what_is_public_stays_until_the_moment_of_the_newer_text():
    members = council()[:3]
    story = publish(STORY.make(), members)
    public = story.intro
    draft = edited(story, STORY, "Nieuwer.").get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + IN_AN_HOUR
    draft.save_revision()
    publish(fresh(story), members)
    assert fresh(story).intro == public
    # The public text may still be saved, as when the page is moved.
    Page.objects.get(pk=story.pk).save()
    assert Decision.objects.in_force().count() == 2
    let_time_pass(fresh(story))
    call_command("publish_scheduled")
    assert fresh(story).intro == "Nieuwer."
    assert Decision.objects.in_force().count() == 1
    assert list(Entry.objects.values_list("kind", flat=True)) == ["published", "published"]
    assert list(faults()) == []


def unschedule_address(text):
    names = [text.pk, text.scheduled_revision.pk]
    if isinstance(text, Page):
        return reverse("wagtailadmin_pages:revisions_unschedule", args=names)
    return reverse(text.snippet_viewset.get_url_name("revisions_unschedule"), args=names)


@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
@pytest.mark.parametrize(
    ("name", "may"),
    [("Redactie", True), ("Beheer", True), ("Programmateam", False), ("Vertalers", False)],
)
def test_redactie_and_beheer_take_a_text_off_the_plan(kind, name, may):
    text = planned(kind, council()[:3])
    answer = browser_of(somebody(name)).post(unschedule_address(text))
    assert answer.status_code == 302
    assert text.revisions.filter(approved_go_live_at=None).count() == (2 if may else 1)
    call_command("publish_scheduled")
    assert not fresh(text).live


def test_what_was_taken_off_the_plan_is_still_approved_and_takes_a_new_moment():
    story = planned(STORY, council()[:3])
    browser_of(somebody("Beheer")).post(unschedule_address(story))
    draft = fresh(story).get_latest_revision_as_object()
    draft.go_live_at = timezone.now().replace(microsecond=0) + 2 * IN_AN_HOUR
    draft.save_revision()
    assert publish_approved(fresh(story))
    assert fresh(story).scheduled_revision.approved_go_live_at == draft.go_live_at
    assert not fresh(story).live


def test_what_went_offline_is_published_by_no_plan():
    story = publish(STORY.make(), council()[:3])
    story.unpublish()
    with pytest.raises(NotApprovedError):
        publish_approved(fresh(story))
    earlier = timezone.now() - IN_AN_HOUR
    Revision.objects.filter(pk=story.latest_revision_id).update(approved_go_live_at=earlier)
    call_command("publish_scheduled")
    assert not fresh(story).live
