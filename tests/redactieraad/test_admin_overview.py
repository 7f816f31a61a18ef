"""What editors see of texts on their way: on the first page, and of one text."""

from __future__ import annotations

import datetime as dt

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.groups import GROUPS
from accounts.tests.factories import person
from magazine.tests import factories as magazine
from redactieraad.admin.overview import overview_for
from redactieraad.admin.situation import situation_of
from redactieraad.deciding.remarks import leave_remark
from redactieraad.deciding.voting import cast_vote
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Member, Remark, Vote
from redactieraad.tests.factories import approve, council, publish, submit
from tests.redactieraad.kinds import quote

pytestmark = pytest.mark.django_db

HOME = "/beheer/"


@pytest.fixture
def editor():
    return person("Redactie")


def written(user, slug="een-verhaal", parent=None):
    """Return a draft that this person wrote."""
    story = magazine.story(slug, parent)
    story.save_revision(user=user)
    return story


def titles(section):
    return [row.title for row in section.shown]


def send_back(state, member, why="De kop klopt niet."):
    revision = state.workflow_state.content_object.latest_revision
    seen = fingerprint_of_revision(revision)
    cast_vote(member, state.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark=why)


def everything(user, number=1):
    """Make texts at every point of their way, so many of each."""
    members = (
        council()
        if not Member.objects.exists()
        else [one.user for one in Member.objects.order_by("pk")]
    )
    start = Member.objects.count() and number
    for count in range(number):
        name = f"{start}-{count}-{magazine.StoryPage.objects.count()}"
        submit(written(user, f"wacht-{name}"), user)
        asked = submit(written(user, f"vraag-{name}"), user)
        leave_remark(members[0], asked.pk, Remark.Kind.QUESTION, text="Wie zegt dit?")
        send_back(submit(written(user, f"terug-{name}"), user), members[0])
        edition = magazine.edition(f"editie-{name}")
        publish(written(user, f"klaar-{name}", edition), members[:3])
        moved = publish(written(user, f"los-{name}", edition), members[:3])
        moved.move(magazine.magazine(), pos="last-child")
    return members


def test_each_text_stands_in_the_section_of_its_moment(editor):
    everything(editor)
    found = overview_for(editor, 5)
    totals = [
        section.total
        for section in (found.waiting, found.asked, found.sent_back, found.planned, found.ready)
    ]
    assert totals == [2, 1, 1, 1, 1]


def test_a_moment_that_is_planned_is_told(editor):
    story = written(editor)
    story.go_live_at = timezone.now() + dt.timedelta(days=3)
    story.save_revision(user=editor)
    publish(story, council()[:3])
    planned = overview_for(editor, 5).planned
    assert [row.pending.appears_at for row in planned.shown] == [story.go_live_at]


def test_the_overview_costs_the_same_for_three_texts_of_each_sort_and_for_one(editor):
    everything(editor)
    overview_for(editor, 5)
    with CaptureQueriesContext(connection) as few:
        overview_for(editor, 5)
    everything(editor, 3)
    with CaptureQueriesContext(connection) as many:
        assert overview_for(editor, 5).waiting.total == 8
    assert len(many) == len(few)


def test_what_readers_see_already_is_in_no_section(editor):
    publish(written(editor), council()[:3])
    assert overview_for(editor, 5).is_empty


def test_an_answer_takes_the_question_away(editor):
    members = council()
    state = submit(written(editor), editor)
    leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Wie zegt dit?")
    page = reverse("redactieraad_text", args=_key(state))
    assert overview_for(editor, 5).asked.total == 1
    leave_remark(editor, state.pk, Remark.Kind.ANSWER, text="De buurvrouw.")
    assert overview_for(editor, 5).asked.total == 0
    leave_remark(members[1], state.pk, Remark.Kind.QUESTION, text="Welke?")
    assert overview_for(editor, 5).asked.total == 1
    assert page


def _key(state):
    workflow_state = state.workflow_state
    return [workflow_state.base_content_type_id, workflow_state.object_id]


def test_what_was_said_is_for_the_writers(client, editor):
    colleague = person("Redactie")
    members = council()
    state = submit(written(editor), editor)
    leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Geheim tussen ons")
    address = reverse("redactieraad_text", args=_key(state))
    for user, hears in ((editor, True), (colleague, False)):
        client.force_login(user)
        for page in (HOME, address, reverse("redactieraad_overview")):
            shown = client.get(page).content.decode()
            assert ("Geheim tussen ons" in shown) == hears, page
        # Nor who voted.
        assert members[0].first_name not in client.get(HOME).content.decode() or hears


def test_who_has_not_voted_is_named_nowhere(client, editor):
    members = council()
    state = submit(written(editor), editor)
    approve(state, members[:2])
    client.force_login(editor)
    for page in (HOME, reverse("redactieraad_text", args=_key(state))):
        shown = client.get(page).content.decode()
        assert not [member for member in members if member.first_name in shown]


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_nobody_sees_texts_that_they_do_not_work_on(client, editor, group):
    state = submit(written(editor), editor)
    user = person(group)
    works_on_it = group in {"Redactie", "Beheer"}
    assert (overview_for(user, 5).waiting.total == 1) == works_on_it
    client.force_login(user)
    opened = client.get(reverse("redactieraad_text", args=_key(state))).status_code == 200
    assert opened == works_on_it
    if client.get(HOME).status_code == 200:
        assert ("council-waiting" in client.get(HOME).content.decode()) == works_on_it


def test_wagtails_own_panels_are_silent_about_what_members_judge(client, editor):
    submit(written(editor), editor)
    client.force_login(editor)
    shown = client.get(HOME).content.decode()
    assert "objects-in-workflow" not in shown
    assert "objects-to-moderate" not in shown
    assert "council-waiting" in shown


def test_a_text_that_can_never_be_approved_is_told(editor):
    everything(editor)
    assert all(row.desk.is_within_reach for row in overview_for(editor, 5).waiting.shown)
    for member in Member.objects.all()[:2]:
        member.user.groups.clear()
    assert not any(row.desk.is_within_reach for row in overview_for(editor, 5).waiting.shown)


def test_the_editor_hears_of_the_votes_before_changing_a_letter(client, editor):
    members = council()
    story = written(editor)
    state = submit(story, editor)
    assert situation_of(story, editor).votes_at_stake == 0
    approve(state, members[:2])
    assert situation_of(story, editor).votes_at_stake == 2
    client.force_login(editor)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert "redactieraad/admin/before_editing.html" in [one.name for one in response.templates]
    assert "help-warning" in response.content.decode()


def test_a_newer_text_is_told_from_the_approved_one(editor):
    story = publish(written(editor), council()[:3])
    assert not situation_of(story, editor).is_newer
    story.title = "Toch anders"
    story.save_revision(user=editor)
    story.refresh_from_db()
    found = situation_of(story, editor)
    assert found.is_newer
    assert found.entry is not None


def test_the_editor_of_an_edition_hears_beforehand_what_stays_behind(client, editor):
    members = council()
    edition = magazine.edition()
    ready = publish(written(editor, "klaar", edition), members[:3])
    behind = written(editor, "achter", edition)
    bundle = situation_of(edition, editor).bundle
    assert [one.pk for one in bundle.appear] == [ready.pk]
    assert [one.pk for one in bundle.stay_behind] == [behind.pk]
    client.force_login(editor)
    for name in ("wagtailadmin_pages:edit",):
        response = client.get(reverse(name, args=[edition.pk]))
        assert "redactieraad/admin/bundle.html" in [one.name for one in response.templates]


def test_a_writer_answers_in_the_admin(client, editor):
    state = submit(written(editor), editor)
    client.force_login(editor)
    address = reverse("redactieraad_text", args=_key(state))
    assert client.post(address, {"text": " "}).context["form"].errors
    assert client.post(address, {"text": "Dat klopt."}).status_code == 302
    assert [(one.kind, one.text) for one in Remark.objects.all()] == [("answer", "Dat klopt.")]


def test_an_answer_to_a_text_that_was_decided_on_is_kept_in_the_form(client, editor):
    members = council()
    state = submit(written(editor), editor)
    approve(state, members[:3])
    client.force_login(editor)
    response = client.post(reverse("redactieraad_text", args=_key(state)), {"text": "Te laat."})
    assert response.context["form"].non_field_errors()
    assert response.context["form"]["text"].value() == "Te laat."
    assert not Remark.objects.exists()


@pytest.mark.parametrize("object_id", ["999999", "geen-getal", "0"])
def test_a_text_that_is_not_there_is_not_found(client, editor, object_id):
    client.force_login(editor)
    type_id = magazine.story().get_base_content_type().pk
    address = reverse("redactieraad_text", args=[type_id, object_id])
    assert client.get(address, follow=True).status_code == 404


def test_a_page_that_is_not_governed_has_no_such_page(client, editor):
    client.force_login(editor)
    index = magazine.magazine()
    address = reverse("redactieraad_text", args=[index.get_base_content_type().pk, index.pk])
    assert client.get(address, follow=True).status_code == 404


def test_the_editor_of_a_record_hears_of_the_votes_too(client):
    members, user = council(), person("Programmateam")
    said = quote()
    approve(submit(said), members[:2])
    client.force_login(user)
    response = client.get(reverse(said.snippet_viewset.get_url_name("edit"), args=[said.pk]))
    assert response.context["situation"].votes_at_stake == 2
    assert "help-warning" in response.content.decode()
    address = reverse("redactieraad_text", args=[said.get_base_content_type().pk, said.pk])
    assert client.get(address).status_code == 200
