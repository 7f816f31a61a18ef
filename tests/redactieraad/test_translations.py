"""A translation of a public text takes one approval, by a member who reads the language."""

from __future__ import annotations

import pytest
from wagtail_localize.models import StringSegment

from redactieraad.deciding.voting import VoteRefusedError, cast_vote
from redactieraad.deciding.writers import writers_of
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.models import Entry, Vote
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, member, publish
from redactieraad.writing.translating import progress_of
from tests.redactieraad.admin import address_of, browser_of, form_at
from tests.redactieraad.kinds import EDITION, KINDS, MAKER, QUOTE, STORY, edited, fresh
from tests.redactieraad.translators import send, translate, words_of, write, write_part

pytestmark = pytest.mark.django_db


def task_of(text):
    """Return the text's task at the redactieraad."""
    return text.current_workflow_task_state


def translated(kind, translator):
    """Return the finished Turkish translation of a new public text, not submitted yet."""
    translation = translate(translator, publish(kind.make(), council()[:3]))
    write(translator, translation)
    return translation


@pytest.fixture
def reader():
    """A member who reads Turkish, and is no expert."""
    return lambda: member("lezer", expert=False, reads=("nl", "tr"))


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_one_who_reads_the_language_publishes_it(kind, browser, reader):
    translation = translated(kind, browser)
    text = translation.get_target_instance()
    assert not text.live
    send(browser, translation)
    approve(task_of(text), [reader()])
    text = fresh(text)
    assert text.live
    assert getattr(text, kind.words).startswith("Türkçe")
    entry, original = Entry.objects.all()[:2]
    assert (entry.language, entry.approvals, entry.follows) == ("tr", 1, original.number)
    assert list(faults()) == []


def test_who_does_not_read_it_has_no_vote(browser):
    translation = translated(STORY, browser)
    send(browser, translation)
    dutch = member("nederlands", reads=("nl", "nl-simple"))
    with pytest.raises(VoteRefusedError) as error:
        approve(task_of(translation.get_target_instance()), [dutch])
    assert error.value.reason == "language"


def test_who_translated_a_part_or_wrote_the_original_has_no_vote(browser, translator):
    writer, helper = member("schrijver", reads=("tr",)), member("helper", reads=("tr",))
    story = edited(STORY.make(), STORY, user=writer)
    translation = translate(browser, publish(story, council()[:3]))
    write(browser, translation)
    helper.groups.add(*translator.groups.all())
    part = StringSegment.objects.filter(source=translation.source).first()
    assert write_part(browser_of(helper), translation, part, "Beter").status_code == 200
    send(browser, translation)
    text = translation.get_target_instance()
    assert writers_of(text) >= {writer.pk, helper.pk, translator.pk}
    for one in (writer, helper):
        with pytest.raises(VoteRefusedError) as error:
            approve(task_of(text), [one])
        assert error.value.reason == "own-text"


@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
def test_of_a_text_that_is_not_public_it_takes_the_full_quorum(kind, browser):
    readers = [member(f"lezer{number}", expert=number < 3, reads=("tr",)) for number in (1, 2, 3)]
    translation = translate(browser, kind.make())
    write(browser, translation)
    send(browser, translation)
    text = translation.get_target_instance()
    approve(task_of(text), readers[:2])
    assert not fresh(text).live
    approve(task_of(text), readers[2:])
    assert fresh(text).live
    assert Entry.objects.get().follows is None


def test_of_a_text_that_went_offline_meanwhile_it_takes_the_full_quorum(browser, reader):
    translation = translated(STORY, browser)
    send(browser, translation)
    translation.source.get_source_instance().unpublish()
    text = translation.get_target_instance()
    approve(task_of(text), [reader()])
    assert not fresh(text).live


@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
def test_a_change_voids_the_vote_on_the_earlier_words(kind, browser):
    readers = [member(f"lezer{number}", reads=("tr",)) for number in (1, 2)]
    translation = translate(browser, kind.make())
    write(browser, translation)
    send(browser, translation)
    text = translation.get_target_instance()
    approve(task_of(text), readers[:1])
    write(browser, translation, "Daha iyi")
    # As long as the change is not sent, members judge what they see.
    assert Vote.objects.standing().count() == 1
    assert progress_of(translation).is_changed
    send(browser, translation)
    assert not Vote.objects.standing().exists()
    assert getattr(fresh(text).get_latest_revision_as_object(), kind.words).startswith("Daha iyi")
    assert not progress_of(translation).can_be_submitted


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_public_translation_stays_as_it_is_until_its_change_is_approved(kind, browser, reader):
    translation = translated(kind, browser)
    send(browser, translation)
    text, voter = translation.get_target_instance(), reader()
    approve(task_of(text), [voter])
    address = getattr(fresh(text), "slug", None)
    write(browser, translation, "Daha iyi")
    send(browser, translation)
    assert getattr(fresh(text), kind.words).startswith("Türkçe")
    approve(task_of(fresh(text)), [voter])
    assert getattr(fresh(text), kind.words).startswith("Daha iyi")
    # An address that was public once is kept.
    assert getattr(fresh(text), "slug", None) == address
    assert list(faults()) == []


def test_a_translator_sees_how_the_text_stands_and_why_it_came_back(browser, reader):
    translation, voter = translated(STORY, browser), reader()
    send(browser, translation)
    text = translation.get_target_instance()
    seen = fingerprint_of_revision(text.latest_revision)
    cast_vote(voter, task_of(text).pk, "send-back", fingerprint=seen, remark="Te stijf.")
    link = f"/beheer/redactieraad/tekst/{text.get_base_content_type().pk}/{text.pk}/"
    assert link in words_of(browser, translation)
    assert "Te stijf." in browser.get(link).content.decode()


def test_an_address_is_written_in_plain_letters(browser):
    story = publish(STORY.make(), council()[:3])
    for code, words, expected in (("tr", "Şükran", "sukran-2"), ("ar", "قصة", story.slug)):
        translation = translate(browser, story, code)
        write(browser, translation, words)
        send(browser, translation)
        draft = translation.get_target_instance().get_latest_revision_as_object()
        assert draft.slug == expected


def test_what_was_sent_back_is_sent_again(browser, reader):
    translation, voter = translated(MAKER, browser), reader()
    send(browser, translation)
    text = translation.get_target_instance()
    seen = fingerprint_of_revision(text.latest_revision)
    cast_vote(voter, task_of(text).pk, "send-back", fingerprint=seen, remark="Anders.")
    write(browser, translation, "Daha iyi")
    send(browser, translation)
    approve(task_of(fresh(text)), [voter])
    assert fresh(text).live


def test_a_part_that_is_not_translated_keeps_the_button_away(browser):
    translation = translate(browser, publish(STORY.make(), council()[:3]))
    assert progress_of(translation).missing
    assert "redactieraad-submit" not in words_of(browser, translation)
    write(browser, translation)
    assert "redactieraad-submit" in words_of(browser, translation)


def test_a_translation_waits_for_the_translation_of_its_edition(browser, reader):
    members = council()[:3]
    edition = publish(EDITION.make(), members)
    story = STORY.make()
    story.move(edition, pos="last-child")
    translation = translate(browser, publish(fresh(story), members))
    write(browser, translation)
    send(browser, translation)
    text, voter = translation.get_target_instance(), reader()
    approve(task_of(text), [voter])
    assert not fresh(text).live
    # wagtail-localize made the edition too, as a draft that is edited as any page is.
    whole = edition.get_translation(text.locale)
    assert not whole.live
    form = form_at(browser, address_of(whole, "edit"))
    browser.post(address_of(whole, "edit"), form | {"title": "Yaz", "action-submit": "1"})
    approve(task_of(fresh(whole)), [voter])
    assert fresh(whole).live
    assert fresh(text).live
    assert list(faults()) == []
