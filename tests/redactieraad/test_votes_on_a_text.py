"""A vote is for one text: it counts for no other, and not for who wrote it."""

from __future__ import annotations

import pytest

from django.utils import timezone

from wagtail.models import Page, Revision, TaskState

from accounts.tests.factories import person
from redactieraad.deciding import voting
from redactieraad.deciding.counting import decide, standing_of
from redactieraad.deciding.voting import VoteRefusedError, cast_vote
from redactieraad.deciding.writers import writers_of
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.guard import NotApprovedError
from redactieraad.models import Decision, Entry, RedactieraadTask, Vote
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, member, publish, submit
from tests.redactieraad.admin import PEOPLE, somebody
from tests.redactieraad.kinds import KINDS, MAKER, QUOTE, STORY, edited, fresh

pytestmark = pytest.mark.django_db


def seen(text):
    """Return the fingerprint of the text as a member sees it now."""
    return fingerprint_of_revision(fresh(text).latest_revision)


def approvals(state):
    """Return how many approvals count now."""
    return standing_of(type(state).objects.get(pk=state.pk)).tally.approvals


def refused(user, state, fingerprint, choice=Vote.Choice.APPROVE, **more):
    """Return why a vote was refused."""
    with pytest.raises(VoteRefusedError) as error:
        cast_vote(user, state.pk, choice, fingerprint=fingerprint, **more)
    return error.value.reason


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_an_edit_after_two_votes_leaves_no_vote_standing(kind):
    members = council()
    text = kind.make()
    state = submit(text)
    approve(state, members[:2])
    edited(text, kind)
    assert not Vote.objects.standing().exists()
    approve(state, members[2:3])
    assert not fresh(text).live
    assert approvals(state) == 1
    # Who voted on the earlier text may vote on this one.
    approve(state, members[:2])
    assert fresh(text).live
    assert getattr(fresh(text), kind.words) == "Anders."


def test_a_save_without_a_change_voids_nothing():
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])
    fresh(story).get_latest_revision_as_object().save_revision()
    approve(state, members[2:3])
    assert fresh(story).live


def test_an_autosave_over_the_revision_that_was_voted_on_voids_the_votes():
    members, writer = council(), person("Redactie")
    story = STORY.make()
    draft = story.get_latest_revision_as_object()
    revision = draft.save_revision(user=writer)
    state = submit(fresh(story))
    approve(state, members[:2])
    draft = fresh(story).get_latest_revision_as_object()
    draft.intro = "Ongezien."
    draft.save_revision(user=writer, overwrite_revision=revision)
    assert fresh(story).latest_revision_id == revision.pk
    approve(state, members[2:3])
    assert not fresh(story).live


def test_a_revision_changed_behind_our_back_gathers_no_votes():
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])
    content = story.latest_revision.content | {"intro": "Ongezien."}
    Revision.objects.filter(pk=story.latest_revision_id).update(content=content)
    approve(state, members[2:3])
    assert approvals(state) == 1
    assert not fresh(story).live


@pytest.mark.parametrize("forged", ["", "0" * 64, "earlier"])
def test_a_vote_on_another_text_than_the_one_that_is_there_is_refused(forged):
    members = council()
    story = STORY.make()
    state = submit(story)
    earlier = seen(story)
    edited(story, STORY)
    forged = earlier if forged == "earlier" else forged
    assert refused(members[0], state, forged) == "changed"
    assert not Vote.objects.exists()


def test_one_member_has_one_vote():
    members = council()
    state = submit(STORY.make())
    approve(state, members[:1])
    assert refused(members[0], state, seen(state.revision.content_object)) == "voted"
    assert Vote.objects.count() == 1


def test_a_vote_on_what_is_decided_is_refused():
    members = council()
    story = publish(STORY.make(), members[:3])
    state = story.workflow_states.get().current_task_state.specific
    assert refused(members[3], state, seen(story)) == "closed"


@pytest.mark.parametrize("name", PEOPLE)
def test_who_has_no_seat_has_no_vote(name):
    state = submit(STORY.make())
    user = somebody(name)
    assert refused(user, state, seen(state.revision.content_object)) == "not-a-member"


def test_who_wrote_a_part_has_no_vote_whoever_owns_the_page_now():
    members = council()
    story = STORY.make()
    edited(story, STORY, user=members[0])
    edited(story, STORY, "Nog anders.", user=members[1])
    Page.objects.filter(pk=story.pk).update(owner=members[2])
    state = submit(fresh(story))
    for writer in members[:3]:
        assert refused(writer, state, seen(story)) == "own-text"
    Page.objects.filter(pk=story.pk).update(owner=person("Redactie"))
    assert refused(members[0], state, seen(story)) == "own-text"
    # Once the page is somebody else's, who only owned it may vote.
    approve(state, members[2:3])


def test_a_vote_that_a_member_cast_before_writing_along_does_not_count():
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])
    fresh(story).get_latest_revision_as_object().save_revision(user=members[0])
    approve(state, members[2:3])
    assert not fresh(story).live
    assert approvals(state) == 2


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: user.groups.clear(),
        lambda user: type(user).objects.filter(pk=user.pk).update(is_active=False),
        lambda user: user.redactieraad_member.delete(),
        lambda user: (
            setattr(user.redactieraad_member, "left_on", timezone.localdate()),
            user.redactieraad_member.save(),
        ),
    ],
    ids=["group", "account", "seat", "left"],
)
def test_the_vote_of_a_member_who_left_does_not_count(leave):
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])
    leave(members[0])
    approve(state, members[3:4])
    assert not fresh(story).live
    approve(state, members[2:3])
    assert fresh(story).live


def test_three_who_are_no_experts_decide_nothing():
    members = [*council(), member("lid6", expert=False)]
    story = STORY.make()
    state = submit(story)
    approve(state, members[3:])
    assert not fresh(story).live
    approve(state, members[:3])
    assert not fresh(story).live  # Three of six: no majority yet.
    approve(state, [member("lid7")])
    assert fresh(story).live


def test_making_the_quorum_easier_changes_nothing_for_a_text_that_is_being_judged():
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:1])
    RedactieraadTask.objects.update(approvals=1, experts=1)
    approve(state, members[1:2])
    assert not fresh(story).live
    approve(submit(MAKER.make()), members[:1])
    assert Entry.objects.get().model == "magazine.makerpage"


def test_a_vote_that_an_edit_at_the_same_moment_did_not_void_counts_for_nothing_and_binds_nobody():
    members = council()
    story = STORY.make()
    state = submit(story)
    earlier = seen(story)
    edited(story, STORY)
    # As the database is after a vote that was committed just after the edit looked.
    Vote.objects.create(
        task_state=state, user=members[0], fingerprint=earlier, choice="approve", was_expert=True
    )
    approve(state, members[1:3])
    assert not fresh(story).live
    approve(state, members[:1])
    assert fresh(story).live


def test_an_edit_between_the_count_and_the_publishing_is_not_what_appears(monkeypatch):
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])

    def decide_and_be_edited(task_state, standing):
        decision = decide(task_state, standing)
        content = story.latest_revision.content | {"intro": "Ongezien."}
        Revision.objects.filter(pk=decision.revision_id).update(content=content)
        return decision

    monkeypatch.setattr(voting, "decide", decide_and_be_edited)
    approve(state, members[2:3])
    assert fresh(story).live
    assert fresh(story).intro == story.intro
    assert list(faults()) == []


def test_a_decision_that_ends_before_the_publishing_refuses_the_vote_that_it_came_from(monkeypatch):
    members = council()
    story = STORY.make()
    state = submit(story)
    approve(state, members[:2])

    def decide_and_end(task_state, standing):
        decision = decide(task_state, standing)
        Decision.objects.filter(pk=decision.pk).update(revision=None, fingerprint="0" * 64)

    monkeypatch.setattr(voting, "decide", decide_and_end)
    assert refused(members[2], state, seen(story)) == "changed"
    assert not fresh(story).live
    assert not Decision.objects.exists()
    assert Vote.objects.count() == 2


def test_giving_back_needs_a_remark_and_keeps_the_text_from_readers():
    members = council()
    story = STORY.make()
    state = submit(story)
    assert refused(members[0], state, seen(story), Vote.Choice.SEND_BACK) == "remark"
    cast_vote(members[0], state.pk, "send-back", fingerprint=seen(story), remark="Te lang.")
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_REJECTED
    assert refused(members[1], state, seen(story)) == "closed"


def test_a_superseded_decision_publishes_nothing():
    members = council()
    story = publish(STORY.make(), members[:3])
    first = story.live_revision
    publish(edited(story, STORY), members[:3])
    assert Decision.objects.in_force().count() == 1
    with pytest.raises(NotApprovedError):
        first.publish()
    assert fresh(story).intro == "Anders."


def test_everybody_who_wrote_is_named_once_for_pages_and_snippets():
    writer, owner = person("Redactie"), person("Redactie")
    story, quote = STORY.make(), QUOTE.make()
    Page.objects.filter(pk=story.pk).update(owner=owner)
    edited(story, STORY, user=writer)
    edited(quote, QUOTE, user=writer)
    assert writers_of(fresh(story)) == {writer.pk, owner.pk}
    assert writers_of(fresh(quote)) == {writer.pk}
