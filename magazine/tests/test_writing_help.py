"""What an editor sees while writing: what is missing, and how hard the text is to read."""

from __future__ import annotations

import pytest

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from wagtail.models import Locale

from accounts import groups
from accounts.tests.factories import person
from magazine.tests.factories import magazine, portrait, story
from redactieraad.writing.help import writing_help
from redactieraad.writing.prose import prose_of
from tests.factories import home_in, info_page

pytestmark = pytest.mark.django_db
PLAIN = "<p>Wij eten soep. De soep is warm.</p><ul><li>Kom ook</li><li>Het kost niets</li></ul>"
HARD = "<p>De doelgroep participeert " + "structureel " * 20 + "in begeleidingstrajecten.</p>"


def address(page):
    kind = ContentType.objects.get_for_model(page)
    return reverse("redactieraad_writing", args=[kind.pk, page.pk])


@pytest.fixture
def editor(client):
    groups.sync()
    client.force_login(person("Redactie"))
    return client


def test_only_sentences_are_measured():
    body = [
        {"type": "heading", "value": {"text": "Kop", "level": "h2"}},
        {"type": "text", "value": PLAIN},
        {"type": "quote", "value": {"text": "Ik wil meedoen.", "speaker": "Sam"}},
        {"type": "accordion", "value": {"items": [{"title": "Vraag", "text": "<p>Antwoord.</p>"}]}},
    ]
    page = story(intro="Waar het over gaat.", body=body, audio_transcript="Eh, ja.")
    parts = [part for part in prose_of(page).split("\n") if part]
    assert parts == [
        "Waar het over gaat.",
        "Wij eten soep. De soep is warm.",
        "Kom ook",
        "Het kost niets",
        "Ik wil meedoen.",
        "Antwoord.",
    ]


def test_the_help_is_about_what_was_saved_last():
    page = story(body=[{"type": "text", "value": PLAIN}])
    assert writing_help(page)["analysis"].is_easy_enough
    page.body = [{"type": "text", "value": HARD}]
    page.save_revision()
    analysis = writing_help(page)["analysis"]
    assert not analysis.is_easy_enough
    assert analysis.long_sentences
    assert analysis.hard_words


def test_what_is_missing_is_listed():
    assert writing_help(story())["faults"] == []
    assert len(writing_help(portrait(consent=None))["faults"]) == 1


def test_a_text_in_another_language_is_not_measured():
    english = story()
    home_in("en")
    locale = Locale.objects.get(language_code="en")
    copy = english.copy_for_translation(locale, copy_parents=True)
    assert writing_help(copy)["analysis"] is None


def test_the_editor_shows_it_beside_the_text(editor):
    page = story(body=[{"type": "text", "value": HARD}])
    html = editor.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    assert f'data-writing-help="{address(page)}"' in html
    assert "doelgroep" in html
    assert "writing-help.js" in html


def test_a_new_text_has_a_place_for_it(editor):
    html = editor.get(f"/beheer/pages/add/magazine/storypage/{magazine().pk}/").content.decode()
    assert "/new/" in html.partition("data-writing-help")[2][:200]


def test_other_pages_are_left_as_they_are(editor):
    page = info_page(magazine().get_parent(), "Over", "over")
    html = editor.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    assert "data-writing-help=" not in html
    assert "data-content-readability-score" in html


def test_it_is_asked_for_again_after_each_save(editor):
    response = editor.get(address(story(body=[{"type": "text", "value": HARD}])))
    assert response.status_code == 200
    assert "doelgroep" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("group", ["Programmateam", "Vertalers", "Redactieraad"])
def test_who_may_not_edit_the_text_sees_nothing_of_it(client, group):
    groups.sync()
    client.force_login(person(group))
    response = client.get(address(story(body=[{"type": "text", "value": HARD}])), follow=True)
    assert "doelgroep" not in response.content.decode()


@pytest.mark.parametrize("path", ["999999/1/", "{user}/1/", "{story}/999999/", "{story}/new/"])
def test_what_is_not_there_is_not_found(editor, path):
    kinds = ContentType.objects
    filled = path.format(
        user=kinds.get(app_label="accounts", model="user").pk,
        story=kinds.get(app_label="magazine", model="storypage").pk,
    )
    response = editor.get(f"/beheer/redactieraad/schrijfhulp/{filled}", follow=True)
    assert response.status_code == 404
