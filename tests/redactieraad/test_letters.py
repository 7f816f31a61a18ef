"""What writers and members are mailed of a text, and what they are not."""

from __future__ import annotations

import datetime as dt
import logging
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django_tasks_db.models import DBTaskResult

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import OperationalError
from django.utils import timezone

from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail.users.models import UserProfile

from accounts.models import User
from accounts.tests.factories import person
from home.models import HomePage
from magazine.models import PortraitPage, editions
from magazine.tests import factories as magazine
from redactieraad.deciding.counting import text_of
from redactieraad.deciding.remarks import leave_remark
from redactieraad.deciding.voting import cast_vote
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.letters import sending as letters_of_council
from redactieraad.letters.sending import language_for, quietly, write
from redactieraad.models import Remark, Vote
from redactieraad.publishing.appearing import publish_approved
from redactieraad.tests.factories import approve, member, submit
from tests.factories import info_page

pytestmark = pytest.mark.django_db

TITLE = "Het leven van Zus en Zo"


@pytest.fixture(autouse=True)
def certain(monkeypatch, django_capture_on_commit_callbacks):
    """Commit after each deed, because letters are queued when it is certain what happened."""

    def committed(deed):
        def done(*args, **kwargs):
            with django_capture_on_commit_callbacks(execute=True):
                deed(*args, **kwargs)

        return done

    for name in ("approve", "edit", "judge", "leave_remark"):
        monkeypatch.setitem(globals(), name, committed(globals()[name]))


@pytest.fixture
def writer():
    return person("Redactie", first_name="Sanne")


@pytest.fixture
def owner():
    return person("Redactie", first_name="Olga")


@pytest.fixture
def state(writer, owner, members):
    """Return the task of a portrait that one person owns and another submitted."""
    return submit(portrait(owner), writer)


def portrait(owner, **fields):
    page = magazine.portrait(title=TITLE, owner=owner, **fields)
    page.save_revision(user=owner)
    return page


def judge(state, user, choice=Vote.Choice.APPROVE, remark=""):
    seen = fingerprint_of_revision(text_of(state).latest_revision)
    cast_vote(user, state.pk, choice, fingerprint=seen, remark=remark)


def addressees():
    return sorted(address for message in mail.outbox for address in message.to)


def emails(*users):
    return sorted(user.email for user in users)


def edit(state, title="Anders"):
    text = text_of(state)
    text.title = title
    text.save_revision()


def test_submitting_mails_nobody_at_once_not_even_administrators(admin_user, state):
    assert mail.outbox == []


def test_wagtail_still_mails_about_texts_that_are_not_governed(writer, owner, settings):
    page = info_page(HomePage.objects.get(), "Over ons", "over-ons", owner=owner)
    page.save_revision()
    workflow = Workflow.objects.create(name="Gewoon")
    task = GroupApprovalTask.objects.create(name="Gewoon")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(page, writer).current_task_state.reject(user=owner)
    assert addressees() == emails(writer)


def test_a_text_that_is_sent_back_comes_with_all_remarks_and_the_way_to_mend_it(
    state, members, writer, owner
):
    leave_remark(members[1], state.pk, Remark.Kind.REMARK, text="Mooi begin.")
    judge(state, members[0], Vote.Choice.SEND_BACK, "Het einde is te lang.")
    assert addressees() == emails(writer, owner)
    for message in mail.outbox:
        assert TITLE in message.body
        assert "Mooi begin." in message.body
        assert "Het einde is te lang." in message.body
        assert f"/beheer/pages/{text_of(state).pk}/edit/" in message.body


def test_who_has_no_business_in_the_admin_is_sent_no_address_of_it(state, members, writer):
    writer.groups.clear()
    judge(state, members[0], Vote.Choice.SEND_BACK, "Nog niet.")
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert "/beheer/" not in bodies[writer.email]


def test_an_edit_is_told_to_those_whose_votes_it_voids_and_to_nobody_else(state, members):
    judge(state, members[0])
    judge(state, members[1])
    edit(state)
    assert addressees() == emails(*members[:2])
    assert all("/redactieraad/" in message.body for message in mail.outbox)
    edit(state, "Nog eens anders")
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("change", ["left", "closed", "away", "cannot-read"])
def test_a_void_vote_is_not_told_to_who_cannot_vote_now(state, members, change):
    judge(state, members[0])
    one = members[0].redactieraad_member
    today = timezone.localdate()
    if change == "left":
        one.left_on = today
    elif change == "away":
        one.away_from = one.away_until = today
    elif change == "cannot-read":
        one.reads = ["tr"]
    else:
        User.objects.filter(pk=members[0].pk).update(is_active=False)
    one.save()
    edit(state)
    assert mail.outbox == []


def test_a_question_goes_to_the_writers_and_the_answer_to_who_asked(state, members, writer, owner):
    leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Wie is dit?")
    assert addressees() == emails(writer, owner)
    assert all("Wie is dit?" in message.body for message in mail.outbox)
    mail.outbox.clear()
    leave_remark(owner, state.pk, Remark.Kind.ANSWER, text="Mijn buurvrouw.")
    assert addressees() == emails(members[0])
    assert "Mijn buurvrouw." in mail.outbox[0].body


def test_a_remark_by_the_way_is_not_mailed(state, members):
    leave_remark(members[0], state.pk, Remark.Kind.REMARK, text="Mooi.")
    assert mail.outbox == []


def test_a_text_that_becomes_public_is_told_once_to_each_with_its_address(
    state, members, writer, owner
):
    approve(state, members[:3])
    assert addressees() == emails(writer, owner)
    assert all("/magazine/een-portret/" in message.body for message in mail.outbox)


def test_what_is_owned_and_submitted_by_one_person_is_told_once(members, owner):
    approve(submit(portrait(owner), owner), members[:3])
    assert addressees() == emails(owner)


def test_a_planned_text_is_told_with_its_moment(members, owner):
    page = portrait(owner, go_live_at=timezone.now() + dt.timedelta(days=3))
    approve(submit(page, owner), members[:3])
    assert addressees() == emails(owner)
    moment = timezone.localtime(page.go_live_at)
    assert f"{moment:%H:%M}" in mail.outbox[0].body
    assert f" {moment.year} " in mail.outbox[0].body


def test_a_story_that_waits_for_its_edition_is_told_so_and_told_when_it_appears(members, owner):
    edition = magazine.edition()
    story = magazine.story("verhaal", edition, owner=owner)
    approve(submit(story, owner), members[:3])
    assert addressees() == emails(owner)
    waiting = mail.outbox.pop()
    approve(submit(edition, None), members[:3])
    assert addressees() == emails(owner)
    assert mail.outbox[0].subject != waiting.subject


def test_who_wrote_much_of_an_edition_gets_one_letter_with_a_link_to_each(members, owner, writer):
    edition = magazine.edition()
    for name in ("een", "twee", "drie"):
        story = magazine.story(name, edition, title=f"Van {name}", owner=owner)
        approve(submit(story, owner), members[:3])
    theirs = magazine.story("vier", edition, title="Van vier", owner=writer)
    approve(submit(theirs, writer), members[:3])
    mail.outbox.clear()
    approve(submit(edition, owner), members[:3])
    assert addressees() == emails(owner, writer)
    bodies = {message.to[0]: message.body for message in mail.outbox}
    for name in ("een", "twee", "drie"):
        assert f"/magazine/zomer-2019/{name}/" in bodies[owner.email]
        assert f"/{name}/" not in bodies[writer.email]
    assert bodies[owner.email].count("http") == 4
    assert "/vier/" not in bodies[owner.email]
    assert all("Van" not in message.subject for message in mail.outbox)


def test_an_edition_that_fails_half_way_is_told_to_nobody(members, owner, monkeypatch):
    edition = magazine.edition()
    for name in ("een", "twee"):
        approve(submit(magazine.story(name, edition, owner=owner), owner), members[:3])
    mail.outbox.clear()
    state, published = submit(edition, owner), []

    def breaks(story, **kwargs):
        if published:
            raise OperationalError
        published.append(story)
        return publish_approved(story, **kwargs)

    monkeypatch.setattr(editions, "publish_approved", breaks)
    with pytest.raises(OperationalError):
        approve(state, members[:3])
    assert published
    assert mail.outbox == []


def test_no_letter_says_who_voted_or_asked(state, members, writer):
    for one in members:
        User.objects.filter(pk=one.pk).update(first_name="Geheimnaam", last_name="Achternaam")
    leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Wie is dit?")
    judge(state, members[0], Vote.Choice.SEND_BACK, "Nog niet.")
    assert mail.outbox
    for message in mail.outbox:
        said = f"{message.subject} {message.body} {message.alternatives}"
        assert "Geheimnaam" not in said
        assert members[0].email not in said


def test_no_subject_holds_a_title_or_a_name(state, members, writer, owner):
    leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Wie?")
    leave_remark(owner, state.pk, Remark.Kind.ANSWER, text="Zij.")
    judge(state, members[0])
    edit(state, f"{TITLE}!")
    approve(type(state).objects.get(pk=state.pk), members[:3])
    judge(submit(portrait(owner, slug="ander"), writer), members[0], "send-back", "Nee.")
    subjects = {message.subject for message in mail.outbox}
    assert len(subjects) == 5
    for subject in subjects:
        assert subject
        assert not any(word in subject for word in ("Zus", "Zo", "Sam", "Sanne", "Olga", "lid"))


def test_each_letter_is_text_and_light_html_of_the_same_words(state, members):
    judge(state, members[0], Vote.Choice.SEND_BACK, "<b>Te</b> lang & saai")
    message = mail.outbox[0]
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert '<html lang="nl" dir="ltr">' in html
    assert "<b>Te</b> lang & saai" in message.body
    assert "&lt;b&gt;Te&lt;/b&gt; lang &amp; saai" in html
    assert '<a href="http' in html
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_letter_is_in_the_language_that_its_reader_chose(writer):
    assert language_for(writer) == "nl"
    profile = UserProfile.get_for_user(writer)
    profile.preferred_language = "en"
    profile.save()
    assert language_for(writer) == "en"
    profile.preferred_language = "xx"
    profile.save()
    assert language_for(writer) == "nl"


@pytest.mark.parametrize(
    ("reads", "language"),
    [(["nl"], "nl"), (["tr", "nl"], "nl"), (["tr", "ar"], "tr"), ([], "nl"), (["xx"], "nl")],
)
def test_a_member_is_written_to_in_a_language_that_they_read(reads, language):
    assert language_for(member("lid", reads=reads)) == language


def test_a_letter_in_arabic_runs_from_right_to_left(writer, members):
    reader = member("lezer", reads=["ar"])
    page = portrait(writer)
    state = submit(page, reader)
    judge(state, members[0], Vote.Choice.SEND_BACK, "Nog niet.")
    html = next(one.alternatives[0][0] for one in mail.outbox if one.to == [reader.email])
    assert '<html lang="ar" dir="rtl">' in html


def test_what_happens_quietly_is_told_to_nobody(state, members):
    with quietly():
        leave_remark(members[0], state.pk, Remark.Kind.QUESTION, text="Wie?")
        approve(state, members[:3])
    assert mail.outbox == []


class Away(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected(messages[0].to[0])


class Refusing(EmailBackend):
    """A mail server that does not know the reader, and never will."""

    def send_messages(self, messages):
        address = messages[0].to[0]
        raise SMTPRecipientsRefused({address: (550, f"{address} unknown".encode())})


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def queued():
    """Return the letters in the queue; Wagtail has tasks of its own there."""
    return DBTaskResult.objects.filter(task_path=write.module_path)


@pytest.mark.parametrize("server", [Away, Refusing])
def test_a_broken_mail_server_breaks_no_vote_and_is_logged_without_addresses(
    state, members, settings, caplog, server
):
    settings.EMAIL_BACKEND = f"{__name__}.{server.__name__}"
    with caplog.at_level(logging.WARNING):
        approve(state, members[:3])
    assert PortraitPage.objects.get().live
    assert "could not be sent" in caplog.text
    assert "@" not in caplog.text
    assert TITLE not in caplog.text


def test_a_broken_queue_breaks_no_vote(state, members, monkeypatch):
    def fail(*args):
        raise OperationalError

    monkeypatch.setattr(letters_of_council, "write", type("Broken", (), {"enqueue": fail}))
    approve(state, members[:3])
    assert PortraitPage.objects.get().live


@pytest.mark.usefixtures("queue")
def test_a_letter_is_tried_again_later_and_given_up_in_the_end(state, writer, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.Away"
    pauses = []
    for attempt in range(5):
        queued().delete()
        write.call("sent_back", writer.pk, state.pk, attempt)
        again = queued().first()
        if again:
            assert again.args_kwargs["args"] == ["sent_back", writer.pk, state.pk, attempt + 1]
            pauses.append((again.run_after - timezone.now()).total_seconds())
    assert len(pauses) == 4
    assert pauses == sorted(pauses)
    assert pauses[0] > 50


@pytest.mark.usefixtures("queue")
def test_a_reader_whom_the_server_refuses_is_not_tried_again(state, writer, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    write.call("sent_back", writer.pk, state.pk)
    assert not queued().exists()


@pytest.mark.usefixtures("queue")
def test_the_queue_holds_numbers_only(state, members, writer):
    judge(state, members[0], Vote.Choice.SEND_BACK, "Nog niet.")
    kept = str(list(queued().values()))
    assert queued().count() == 2
    for secret in (TITLE, writer.email, "Nog niet."):
        assert secret not in kept


def test_what_is_gone_when_the_letter_is_written_is_not_told(state, writer):
    for kind in ("votes_void", "sent_back", "question", "answer", "approved", "public"):
        write.call(kind, writer.pk, 999_999)
        write.call(kind, 999_999, state.pk)
    text_of(state).delete()
    write.call("sent_back", writer.pk, state.pk)
    assert mail.outbox == []
