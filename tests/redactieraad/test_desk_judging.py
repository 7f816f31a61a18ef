"""The three buttons: what they do, and what happens when they do not."""

from __future__ import annotations

import pytest

from django.contrib.auth.models import Group
from django.core.files.storage import storages

from magazine.models import StoryPage
from magazine.tests import factories as magazine
from redactieraad.deciding.voting import cast_vote
from redactieraad.models import Member, Remark, Vote
from redactieraad.tests.factories import approve, member, publish, submit
from tests.redactieraad.desk import change, fields_of, note, opened, said, seen_by, soup, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def state(members):
    return submit(magazine.story(title="Het verhaal"))


def approve_at_the_desk(client, user, state, **more):
    page = opened(client, user, "text", state.pk)
    sent = fields_of(page, url("approve", state.pk)) | more
    return client.post(url("approve", state.pk), sent)


def send_back(client, state, text="", fingerprint="", **files):
    return client.post(url("send_back", state.pk), said(text, fingerprint=fingerprint, **files))


def test_three_members_publish_from_the_desk(client, members, state):
    for user in (members[0], members[1], members[3]):
        response = approve_at_the_desk(client, user, state)
        assert response.headers["Location"] == url("thanks", state.pk)
        assert client.get(url("thanks", state.pk)).status_code == 200
    story = StoryPage.objects.get()
    assert story.live
    assert soup(client.get(url("thanks", state.pk))).select_one(f'a[href="{story.url}"]')


def test_thanks_show_the_tally_and_the_next_text(client, members, state):
    other = submit(magazine.story("nog-een"))
    approve_at_the_desk(client, members[0], state)
    page = soup(client.get(url("thanks", state.pk)))
    assert page.select_one(".tally__marks").text == "●○○"
    assert page.select_one(f'h3 a[href="{url("text", other.pk)}"]')
    assert not page.select_one(f'a[href="{url("text", state.pk)}"]')


def test_thanks_are_for_who_voted(client, members, state):
    client.force_login(members[0])
    assert client.get(url("thanks", state.pk)).headers["Location"] == url("text", state.pk)


# Publishing is mostly Wagtail's own work: two log entries, the text twice, references, search.
@pytest.mark.parametrize(("others", "most"), [(1, 35), (2, 190)])
def test_a_vote_takes_few_queries(
    client, members, state, django_assert_max_num_queries, others, most
):
    approve(state, members[1 : 1 + others])
    seen = seen_by(client, members[0], state)
    with django_assert_max_num_queries(most):
        response = client.post(url("approve", state.pk), {"fingerprint": seen})
    assert response.status_code == 302
    assert StoryPage.objects.get().live == (others == 2)


def test_not_yet_asks_why_and_ties_the_question_to_the_field(client, members, state):
    seen = seen_by(client, members[0], state)
    response = send_back(client, state, "  ", seen)
    assert response.status_code == 422
    page = soup(response)
    field = page.select_one('textarea[name="sent-back-text"]')
    assert field.find_parent("details").has_attr("open")
    assert page.select_one(f"#{field['aria-describedby'].split()[-1]}").text.strip()
    assert page.select_one(f'.error-summary a[href="#{field["id"]}"]')
    assert not Vote.objects.exists()


def test_not_yet_returns_the_text_with_the_reason(client, members, state):
    seen = seen_by(client, members[0], state)
    response = send_back(client, state, "Te lang.", seen)
    assert response.headers["Location"] == url("thanks", state.pk)
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Te lang.")
    remark = Remark.objects.get()
    assert (remark.kind, remark.text) == (Remark.Kind.SENT_BACK, "Te lang.")


def test_not_yet_may_be_said_aloud(client, members, state):
    seen = seen_by(client, members[0], state)
    response = send_back(client, state, "", seen, voice=note())
    assert response.status_code == 302
    assert storages["private"].exists(Remark.objects.get().voice.name)


def test_a_second_vote_is_refused_and_what_was_typed_becomes_a_remark(client, members, state):
    seen = seen_by(client, members[0], state)
    cast_vote(members[0], state.pk, Vote.Choice.APPROVE, fingerprint=seen)
    response = send_back(client, state, "Toch niet.", seen)
    assert response.status_code == 409
    field = soup(response).select_one('textarea[name="remark-text"]')
    assert field.text.strip() == "Toch niet."
    assert field.find_parent("details").has_attr("open")
    assert Vote.objects.count() == 1
    assert client.post(url("approve", state.pk), {"fingerprint": seen}).status_code == 409


def test_a_vote_on_an_earlier_text_shows_the_new_one_and_keeps_what_was_typed(
    client, members, state
):
    seen = seen_by(client, members[0], state)
    change(state.workflow_state.content_object.specific, title="Anders")
    response = send_back(client, state, "Te lang.", seen)
    assert response.status_code == 409
    page = soup(response)
    assert page.select_one("#tekst h1").text == "Anders"
    assert page.select_one("[role=alert]")
    assert page.select_one(f'a[href="{url("changes", state.pk)}"]')
    again = fields_of(page, url("send_back", state.pk))
    assert again["sent-back-text"] == "Te lang."
    assert again["sent-back-fingerprint"] != seen
    assert client.post(url("send_back", state.pk), again).status_code == 302


@pytest.mark.parametrize("fingerprint", ["", "x" * 64, "\x00"])
def test_a_vote_without_the_text_that_was_seen_does_not_count(client, members, state, fingerprint):
    client.force_login(members[0])
    sent = {"fingerprint": fingerprint}
    assert client.post(url("approve", state.pk), sent).status_code == 409
    assert not Vote.objects.exists()


def test_a_vote_that_comes_too_late_is_told_what_became_of_the_text(client, members, state):
    seen = seen_by(client, members[4], state)
    approve(state, members[:3])
    assert client.post(url("approve", state.pk), {"fingerprint": seen}).status_code == 409
    response = send_back(client, state, "Wacht even.", seen)
    assert response.status_code == 409
    assert "Wacht even." in soup(response).select_one("blockquote").text


def test_a_text_that_was_withdrawn_or_deleted_meanwhile(client, members, state):
    seen = seen_by(client, members[0], state)
    state.workflow_state.cancel()
    assert send_back(client, state, "Te lang.", seen).status_code == 409
    assert opened(client, members[0], "text", state.pk).h1
    state.workflow_state.content_object.delete()
    response = send_back(client, state, "Te lang.", seen)
    assert response.status_code == 410
    assert "Te lang." in response.content.decode()


def test_writers_and_who_cannot_read_it_do_not_decide(client, members, state):
    writer = members[0]
    seen = seen_by(client, writer, state)
    change(state.workflow_state.content_object.specific, writer)
    page = opened(client, writer, "text", state.pk)
    assert not page.select(f'form[action="{url("approve", state.pk)}"]')
    assert client.post(url("approve", state.pk), {"fingerprint": seen}).status_code == 403
    reader = member("lezer", reads=("ar",))
    client.force_login(reader)
    response = send_back(client, state, "Ik kan dit niet lezen.", seen)
    assert response.status_code == 403
    assert soup(response).select_one('textarea[name="remark-text"]').text.strip()
    assert not Vote.objects.exists()


@pytest.mark.parametrize("how", ["seat", "group", "account"])
def test_a_member_who_is_removed_in_the_middle(client, members, state, how):
    user = members[0]
    seen = seen_by(client, user, state)
    if how == "seat":
        Member.objects.filter(user=user).update(left_on="2026-01-01")
    elif how == "group":
        user.groups.remove(Group.objects.get(name="Redactieraad"))
    else:
        type(user).objects.filter(pk=user.pk).update(is_active=False)
    status = client.post(url("approve", state.pk), {"fingerprint": seen}).status_code
    # Whose account is closed is signed out.
    assert status == (302 if how == "account" else 403)
    assert not Vote.objects.exists()


@pytest.mark.parametrize("name", ["approve", "send_back", "question", "remark"])
def test_coming_back_from_signing_in_leads_to_the_text(client, members, state, name):
    client.force_login(members[0])
    assert client.get(url(name, state.pk)).headers["Location"] == url("text", state.pk)


def test_a_form_without_its_token_is_refused(members, state):
    from django.test import Client  # noqa: PLC0415

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(members[0])
    assert strict.post(url("approve", state.pk), {"fingerprint": "x"}).status_code == 403


def test_a_translation_needs_one_who_reads_it(client, members):
    from wagtail.models import Locale  # noqa: PLC0415

    story = publish(magazine.story(), members[:3])
    arabic = Locale.objects.get(language_code="ar")
    translated = story.copy_for_translation(arabic, copy_parents=True)
    translated.title = "قصة"
    translated.save_revision()
    state = submit(translated)
    reader = member("lezer", expert=False, reads=("nl", "ar"))
    response = approve_at_the_desk(client, reader, state)
    assert response.status_code == 302
    translated.refresh_from_db()
    assert translated.live
