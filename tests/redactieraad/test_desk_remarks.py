"""Questions, remarks and recordings: who leaves them, who hears them, when they go."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from django.core.files.storage import storages

from accounts.models import User
from magazine.tests import factories as magazine
from redactieraad.deciding.remarks import leave_remark
from redactieraad.models import Remark
from redactieraad.tests.factories import approve, member, submit
from tests.redactieraad.desk import WEBM, change, fields_of, note, opened, said, soup, url

pytestmark = pytest.mark.django_db

QUESTION, REMARK = Remark.Kind.QUESTION, Remark.Kind.REMARK


@pytest.fixture
def writer():
    return User.objects.create_user("renske@voorbeeld.example", "x", first_name="Renske")


@pytest.fixture
def state(members, writer):
    story = magazine.story()
    change(story, writer)
    return submit(story, writer)


@pytest.fixture
def spoken(state, members):
    return leave_remark(members[0], state.pk, QUESTION, voice=note(name="a.webm"))


def is_kept(name):
    return storages["private"].exists(name)


def test_a_question_reaches_writer_and_council_and_decides_nothing(client, members, state):
    client.force_login(members[0])
    sent = fields_of(soup(client.get(url("text", state.pk))), url("question", state.pk))
    sent[f"{QUESTION}-text"] = "Wie is dit?"
    response = client.post(url("question", state.pk), sent)
    assert response.headers["Location"].startswith(url("text", state.pk))
    assert client.get(url("text", state.pk)).context["messages"]
    remark = Remark.objects.get()
    assert (remark.kind, remark.text, remark.user) == (QUESTION, "Wie is dit?", members[0])
    page = opened(client, members[1], "text", state.pk)
    assert "Wie is dit?" in page.select_one(".remarks").text
    assert opened(client, members[0], "text", state.pk).select(
        f'form[action="{url("approve", state.pk)}"]'
    )


@pytest.mark.parametrize(("name", "kind"), [("question", QUESTION), ("remark", REMARK)])
def test_nothing_said_is_told_at_the_field(client, members, state, name, kind):
    client.force_login(members[0])
    response = client.post(url(name, state.pk), said("", kind))
    assert response.status_code == 422
    field = soup(response).select_one(f'textarea[name="{kind}-text"]')
    assert field["aria-invalid"] == "true"
    assert field.find_parent("details").has_attr("open")
    assert not Remark.objects.exists()


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"<svg onload=alert(1)>", b"RIFF1234AVI ", b"", b"\x1aE\xdf\xa3mkv"]
)
def test_what_is_no_recording_is_refused_and_what_was_typed_stays(client, members, state, content):
    client.force_login(members[0])
    sent = said("Hoor maar.", QUESTION, voice=note(content, "opname.mp3"))
    response = client.post(url("question", state.pk), sent)
    assert response.status_code == 422
    field = soup(response).select_one(f'textarea[name="{QUESTION}-text"]')
    assert field.text.strip() == "Hoor maar."
    assert not Remark.objects.exists()


def test_a_recording_that_is_too_long_is_refused(client, members, state, monkeypatch):
    monkeypatch.setattr("redactieraad.desk.forms.LARGEST_VOICE", 100)
    client.force_login(members[0])
    sent = said("", QUESTION, voice=note())
    assert client.post(url("question", state.pk), sent).status_code == 422


def test_a_recording_is_kept_private_under_a_name_that_tells_nothing(client, members, state):
    client.force_login(members[0])
    sent = said("", QUESTION, voice=note(name="Sam over haar schulden.webm"))
    assert client.post(url("question", state.pk), sent).status_code == 302
    name = Remark.objects.get().voice.name
    assert is_kept(name)
    assert not storages["default"].exists(name)
    assert "Sam" not in name
    assert PurePath(name).suffix == ".webm"


def test_members_and_writers_hear_a_recording_and_nobody_else(client, members, writer, spoken):
    stranger = User.objects.create_superuser("baas@voorbeeld.example", "x")
    address = url("voice", spoken.pk)
    assert client.get(address).status_code == 302
    for user, status in ((members[4], 200), (writer, 200), (stranger, 403)):
        client.force_login(user)
        assert client.get(address).status_code == status


def test_a_recording_is_sent_whole_or_in_part_and_kept_by_no_cache(client, members, spoken):
    client.force_login(members[1])
    response = client.get(url("voice", spoken.pk))
    assert response.content == WEBM
    assert response.headers["Content-Type"] == "audio/webm"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    part = client.get(url("voice", spoken.pk), headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, WEBM[4:8])
    assert part.headers["Content-Range"] == f"bytes 4-7/{len(WEBM)}"
    beyond = client.get(url("voice", spoken.pk), headers={"Range": "bytes=9999-"})
    assert beyond.status_code == 416


def test_recordings_go_when_the_text_is_approved_and_words_stay(
    members, state, spoken, django_capture_on_commit_callbacks
):
    leave_remark(members[1], state.pk, REMARK, text="Mooi.")
    name = spoken.voice.name
    with django_capture_on_commit_callbacks(execute=True):
        approve(state, members[:3])
    spoken.refresh_from_db()
    assert not spoken.voice
    assert not is_kept(name)
    assert Remark.objects.filter(text="Mooi.").exists()


@pytest.mark.parametrize("how", ["withdrawn", "deleted", "its remark deleted"])
def test_recordings_go_with_the_task(state, spoken, django_capture_on_commit_callbacks, how):
    name = spoken.voice.name
    with django_capture_on_commit_callbacks(execute=True):
        if how == "withdrawn":
            state.workflow_state.cancel()
        elif how == "deleted":
            state.workflow_state.content_object.delete()
        else:
            spoken.delete()
    assert not is_kept(name)


def test_recordings_stay_when_the_text_is_sent_back(
    members, state, spoken, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        state.reject(user=members[1], comment="Korter.")
    assert is_kept(spoken.voice.name)


def test_a_recording_stays_when_its_deletion_is_rolled_back(state, spoken):
    # The test's own transaction is never committed.
    state.workflow_state.cancel()
    assert is_kept(spoken.voice.name)


def test_a_recording_that_is_gone_says_so(client, members, spoken):
    Remark.objects.update(voice="")
    client.force_login(members[0])
    assert client.get(url("voice", spoken.pk)).status_code == 410


def test_what_a_writer_says_is_an_answer(client, members, state):
    both = member("schrijft")
    change(state.workflow_state.content_object.specific, both)
    client.force_login(both)
    assert client.post(url("remark", state.pk), said("Mijn tante.", REMARK)).status_code == 302
    assert Remark.objects.get().kind == Remark.Kind.ANSWER


def test_a_remark_on_what_is_decided_keeps_what_was_typed(client, members, state):
    approve(state, members[:3])
    client.force_login(members[4])
    response = client.post(url("remark", state.pk), said("Te laat?", REMARK))
    assert response.status_code == 409
    assert "Te laat?" in soup(response).select_one("blockquote").text


def test_markup_in_a_remark_is_shown_as_it_was_typed(client, members, state):
    leave_remark(members[0], state.pk, REMARK, text="<script>alert(1)</script>")
    page = opened(client, members[1], "text", state.pk)
    assert "<script>" in page.select_one(".remark__text").text
