"""A recording is of one language: no translation takes it over, each can have its own."""

from __future__ import annotations

import pytest
from wagtail_localize.models import TranslationSource

from django.core.files.base import ContentFile
from django.urls import reverse

from wagtail.models import Locale

from core.models import SiteDocument
from redactieraad.models import Vote
from redactieraad.tests.factories import approve, council, member, publish
from tests.factories import home_in
from tests.redactieraad.admin import browser_of, somebody
from tests.redactieraad.kinds import STORY, fresh
from tests.redactieraad.translators import send, translate, words_of, write

pytestmark = pytest.mark.django_db


def recording(name):
    """Return a new recording."""
    return SiteDocument.objects.create(title=name, file=ContentFile(b"ID3", f"{name}.mp3"))


def spoken(story, file, words):
    """Return the story with a recording in its newest draft."""
    story.audio, story.audio_transcript = file, words
    if not story.live:
        story.save()
    story.save_revision()
    return fresh(story)


def parts_of(text):
    """Return the address where its own parts are added."""
    return reverse("redactieraad_own_parts", args=[text.get_base_content_type().pk, text.pk])


def test_copying_for_translation_leaves_the_recording_behind():
    story = spoken(STORY.make(), recording("nl"), "Gesproken.")
    home_in("tr")
    copy = story.copy_for_translation(Locale.objects.get(language_code="tr"), copy_parents=True)
    assert (fresh(copy).audio, fresh(copy).audio_transcript) == (None, "")
    draft = copy.get_latest_revision_as_object()
    assert (draft.audio, draft.audio_transcript) == (None, "")


def test_a_translation_has_its_own_recording_that_no_update_overwrites(browser):
    members = council()[:3]
    story = publish(spoken(STORY.make(), recording("nl"), "Gesproken."), members)
    translation = translate(browser, story)
    write(browser, translation)
    text = translation.get_target_instance()
    address = parts_of(text)
    assert address in words_of(browser, translation)
    turkish = recording("tr")
    sent = browser.post(address, {"audio": turkish.pk, "audio_transcript": "Konuştu."})
    assert sent.status_code == 302
    assert f'value="{turkish.pk}"' in browser.get(address).content.decode()

    send(browser, translation)
    reader = member("lezer", reads=("nl", "tr"))
    approve(fresh(text).current_workflow_task_state, [reader])
    text = fresh(text)
    assert (text.live, text.audio, text.audio_transcript) == (True, turkish, "Konuştu.")

    # The original gets another recording and other words, and both ways to follow it are taken.
    story = spoken(fresh(story), recording("nl2"), "Opnieuw gesproken.")
    TranslationSource.update_or_create_from_instance(story)
    write(browser, translation, "Daha iyi")
    send(browser, translation)
    draft = fresh(text).get_latest_revision_as_object()
    assert draft.intro.startswith("Daha iyi")
    assert (draft.audio, draft.audio_transcript) == (turkish, "Konuştu.")


def test_wagtail_localizes_own_saving_keeps_the_recording(browser, translator):
    story = publish(spoken(STORY.make(), recording("nl"), "Gesproken."), council()[:3])
    translation = translate(browser, story)
    write(browser, translation)
    text = translation.get_target_instance()
    address = parts_of(text)
    turkish = recording("tr")
    browser.post(address, {"audio": turkish.pk, "audio_transcript": ""})
    translation.save_target(user=translator, publish=False)
    draft = fresh(text).get_latest_revision_as_object()
    assert (draft.audio, draft.audio_transcript) == (turkish, "")


def test_another_recording_voids_the_votes_on_the_text_without_it(browser):
    readers = [member(f"lezer{number}", reads=("tr",)) for number in (1, 2)]
    translation = translate(browser, STORY.make())
    write(browser, translation)
    send(browser, translation)
    text = fresh(translation.get_target_instance())
    approve(text.current_workflow_task_state, readers[:1])
    assert Vote.objects.standing().count() == 1
    address = parts_of(text)
    browser.post(address, {"audio": recording("tr").pk, "audio_transcript": ""})
    assert not Vote.objects.standing().exists()


def test_who_may_not_edit_the_translation_adds_nothing(browser):
    translation = translate(browser, STORY.make())
    text = translation.get_target_instance()
    address = parts_of(text)
    stranger = browser_of(somebody("Redactieraad"))
    answer = stranger.post(address, {"audio": recording("tr").pk, "audio_transcript": ""})
    assert answer.status_code in {302, 403}
    assert fresh(text).get_latest_revision_as_object().audio is None
