"""What sends no signal is found by verifying: bulk updates, SQL, rows of a text saved alone."""

from __future__ import annotations

import pytest

from django.db import connection

from wagtail.models import Page

from magazine.models import EditionItem, StoryMaker, StoryTag
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Decision, Entry, RegisterHead
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import council, publish
from tests.redactieraad.kinds import EDITION, KINDS, MAKER, QUOTE, STORY, edited, fresh

pytestmark = pytest.mark.django_db


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_draft_that_was_made_live_is_found(kind):
    text = kind.make()
    assert list(faults()) == []
    type(text)._default_manager.filter(pk=text.pk).update(live=True)
    (fault,) = faults()
    assert f"{text._meta.label_lower} {text.pk} " in fault


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_other_words_are_found(kind):
    text = publish(kind.make(), council()[:3])
    type(text)._default_manager.filter(pk=text.pk).update(**{kind.words: "Ongezien."})
    (fault,) = faults()
    assert f"entry {Entry.objects.get().number}" in fault


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_what_went_offline_in_silence_is_found(kind):
    text = publish(kind.make(), council()[:3])
    type(text)._default_manager.filter(pk=text.pk).update(live=False)
    assert len(list(faults())) == 1


def test_what_was_removed_in_silence_is_found():
    text = publish(QUOTE.make(), council()[:3])
    sql("DELETE FROM projects_quote WHERE id = %s", text.pk)
    assert len(list(faults())) == 1


def test_words_of_a_revision_changed_along_with_the_page_are_found():
    story = publish(STORY.make(), council()[:3])
    revision = story.live_revision
    revision.content["intro"] = "Ongezien."
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)
    type(story).objects.update(intro="Ongezien.")
    assert len(list(faults())) == 1


def test_a_title_changed_on_the_plain_page_is_found():
    story = publish(STORY.make(), council()[:3])
    Page.objects.filter(pk=story.pk).update(title="Ongezien")
    assert len(list(faults())) == 1


def test_rows_of_a_live_text_that_were_saved_alone_are_found():
    members = council()[:3]
    maker, story = publish(MAKER.make(), members), publish(STORY.make(), members)
    edition = publish(EDITION.make(), members)
    StoryMaker.objects.create(story=story, maker=maker, role="text", sort_order=1)
    assert len(list(faults())) == 1
    EditionItem.objects.create(edition=edition, story=story, sort_order=1)
    assert len(list(faults())) == 2


def test_rows_of_a_live_text_that_were_saved_through_it_are_found():
    members = council()[:3]
    maker, story = publish(MAKER.make(), members), fresh(publish(STORY.make(), members))
    story.makers = [StoryMaker(maker=maker, role="text")]
    story.save(update_fields=["makers"])
    assert len(list(faults())) == 1


def test_what_was_deleted_beside_a_text_is_no_fault():
    """What is left of an approved text is still approved, and can be saved and published."""
    members = council()[:3]
    maker, story = publish(MAKER.make(), members), STORY.make()
    draft = story.get_latest_revision_as_object()
    draft.makers = [StoryMaker(maker=maker, role="text")]
    draft.tags.add("werk")
    draft.save_revision()
    story = publish(fresh(story), members)
    assert story.makers.count() == 1
    assert StoryTag.objects.filter(content_object=story).count() == 1
    maker.delete()
    assert list(faults()) == []
    fresh(story).save()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE redactieraad_entry SET approvals = 9 WHERE number = 1",
        "UPDATE redactieraad_entry SET happened_at = '2019-01-01 00:00:00' WHERE number = 1",
        "UPDATE redactieraad_entry SET fingerprint = '' WHERE number = 2",
        "UPDATE redactieraad_entry SET entry_hash = previous_hash WHERE number = 1",
        "DELETE FROM redactieraad_entry WHERE number = 1",
        "DELETE FROM redactieraad_entry WHERE number = 2",
        "DELETE FROM redactieraad_entry",
        "UPDATE redactieraad_registerhead SET number = 1",
        "DELETE FROM redactieraad_registerhead",
    ],
)
def test_a_change_of_the_register_is_found(statement):
    members = council()[:3]
    publish(edited(publish(STORY.make(), members), STORY), members)
    assert list(faults()) == []
    Decision.objects.update(follows=None)
    sql(statement)
    assert list(faults())


def test_a_register_without_entries_and_a_site_without_texts_agree():
    assert list(faults()) == []
    RegisterHead.objects.create(pk=1)
    assert list(faults()) == []


@pytest.mark.parametrize(("approvals", "experts"), [(0, 0), (2, 1), (3, 0)])
def test_a_decision_that_nobody_voted_for_is_found(approvals, experts):
    story = STORY.make()
    state = publish(MAKER.make(), council()[:3]).workflow_states.get().current_task_state
    decision = Decision.objects.get()
    decision.pk, decision.object_id = None, str(story.pk)
    decision.fingerprint = fingerprint_of_revision(story.latest_revision)
    decision.approvals, decision.experts, decision.task_state_id = approvals, experts, state.pk
    decision.revision = story.latest_revision
    decision.save()
    story.latest_revision.publish()
    (fault,) = faults()
    assert "too few" in fault
