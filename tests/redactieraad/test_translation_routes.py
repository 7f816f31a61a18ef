"""wagtail-localize publishes nothing that the redactieraad has not approved."""

from __future__ import annotations

import html
import json
import re

import pytest
from wagtail_localize.models import LocaleSynchronization, Translation

from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from wagtail.models import Locale, Page

from home.models import InfoPage
from magazine.models import StoryPage
from redactieraad.guard import NotApprovedError, NotTakenOfflineError
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, member, publish
from tests.factories import home_in, info_page
from tests.redactieraad.admin import address_of, browser_of, form_at, post, somebody
from tests.redactieraad.kinds import EDITION, KINDS, QUOTE, STORY, edited, fresh, tried_by
from tests.redactieraad.translators import send, translate, words_of, write

pytestmark = pytest.mark.django_db

TRANSLATORS = ("Vertalers", "Beheer", "superuser")


def draft_in_turkish(kind, client):
    """Return the finished Turkish translation of a new public text."""
    translation = translate(client, publish(kind.make(), council()[:3]))
    write(client, translation)
    return translation


def public_in_turkish(kind, client):
    """Return a public Turkish translation, with a change that nobody has seen."""
    return made_public(draft_in_turkish(kind, client), client)


def made_public(translation, client):
    """Return the translation once it is public, with a change that nobody has seen."""
    send(client, translation)
    text = translation.get_target_instance()
    approve(text.current_workflow_task_state, [member("lezer", reads=("tr",))])
    write(client, translation, "Ongezien")
    return translation


def assert_nothing_was_published(translation, kind):
    text = translation.get_target_instance()
    assert "Ongezien" not in getattr(text, kind.words)
    assert list(faults()) == []


def says_why(response):
    """Return whether the next page tells of a refusal."""
    return "error" in {message.level_tag for message in get_messages(response.wsgi_request)}


def update_address(translation):
    return reverse("wagtail_localize:update_translations", args=[translation.source_id])


@pytest.mark.parametrize(("kind", "name"), tried_by(*TRANSLATORS))
def test_publishing_in_its_editor_is_refused_in_words(kind, name):
    client = browser_of(somebody(name))
    translation = draft_in_turkish(kind, client)
    for live in (False, True):
        assert says_why(send(client, translation, action="publish"))
        assert translation.get_target_instance().live == live
        assert_nothing_was_published(translation, kind)
        if not live:
            made_public(translation, client)


@pytest.mark.parametrize("name", TRANSLATORS)
@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
def test_bringing_translations_up_to_date_publishes_none(
    kind, name, django_capture_on_commit_callbacks
):
    client = browser_of(somebody(name))
    translation = public_in_turkish(kind, client)
    original = translation.source.get_source_instance()
    publish(edited(original, kind, "Nieuwe woorden."), council_of_others())
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(update_address(translation), {"publish_translations": "on"})
    assert answer.status_code == 302
    assert_nothing_was_published(translation, kind)
    translation.source.refresh_from_db()
    assert "Nieuwe woorden." in translation.source.content_json


def council_of_others():
    return [member(f"ander{number}") for number in (1, 2, 3)]


def test_the_box_to_publish_is_shown_only_to_who_may(client):
    dutch = info_page(home_in("nl"), "Over ons", "over-ons")
    story = publish(STORY.make(), council()[:3])
    translator, boss = (browser_of(somebody(name)) for name in ("Vertalers", "Beheer"))
    for text, who, shown in (
        (story, translator, False),
        (story, boss, False),
        (dutch, translator, False),
        (dutch, boss, True),
    ):
        translation = translate(boss, text) if not known(text) else known(text)
        page = who.get(update_address(translation)).content.decode()
        assert ('type="checkbox" name="publish_translations"' in page) == shown


def known(text):
    return Translation.objects.filter(source__object_id=text.translation_key).first()


def test_translators_publish_no_other_page_by_bringing_it_up_to_date(
    django_capture_on_commit_callbacks,
):
    dutch = info_page(home_in("nl"), "Over ons", "over-ons")
    client = browser_of(somebody("Vertalers"))
    translation = translate(client, dutch)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(update_address(translation), {"publish_translations": "on"})
    assert not translation.get_target_instance().live
    boss = browser_of(somebody("Beheer"))
    with django_capture_on_commit_callbacks(execute=True):
        boss.post(update_address(translation), {"publish_translations": "on"})
    assert InfoPage.objects.get(pk=translation.get_target_instance().pk).live


@pytest.mark.parametrize("name", TRANSLATORS)
@pytest.mark.parametrize("kind", [STORY, EDITION], ids=str)
def test_a_translation_does_not_become_an_alias(kind, name):
    client = browser_of(somebody(name))
    translation = draft_in_turkish(kind, client)
    text = translation.get_target_instance()
    address = reverse("wagtail_localize:convert_to_alias", args=[text.pk])
    assert says_why(client.post(address))
    assert says_why(send(client, translation, **{"localize-convert-to-alias": "1"}))
    assert fresh(text).alias_of_id is None
    assert not fresh(text).live
    assert list(faults()) == []


@pytest.mark.parametrize(("kind", "name"), tried_by(*TRANSLATORS))
def test_the_editor_offers_no_publishing_and_no_alias(kind, name):
    client = browser_of(somebody(name))
    page = words_of(client, draft_in_turkish(kind, client))
    props = json.loads(html.unescape(re.search(r'data-props="([^"]*)"', page)[1]))
    assert props["perms"]["canPublish"] is False
    assert props["links"]["convertToAliasUrl"] is None
    assert 'name="redactieraad-submit"' in page


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_saving_the_target_publishes_nothing(kind, django_capture_on_commit_callbacks):
    client = browser_of(somebody("superuser"))
    translation = draft_in_turkish(kind, client)
    for was_live in (False, True):
        for publish_it in (True, False):
            with transaction.atomic():
                with (
                    pytest.raises(PermissionDenied)
                    if was_live or publish_it
                    else transaction.atomic(),
                    django_capture_on_commit_callbacks(execute=True),
                    transaction.atomic(),
                ):
                    translation.save_target(publish=publish_it)
                assert translation.get_target_instance().live == was_live
                assert_nothing_was_published(translation, kind)
                transaction.set_rollback(True)
        if not was_live:
            made_public(translation, client)


def test_a_language_that_follows_another_gets_drafts_and_no_aliases():
    home_in("tr")
    locales = {one.language_code: one for one in Locale.objects.all()}
    LocaleSynchronization.objects.create(locale=locales["tr"], sync_from=locales["nl"])
    parent = STORY.make().get_parent()
    client = browser_of(somebody("Redactie"))
    address = reverse("wagtailadmin_pages:add", args=["magazine", "storypage", parent.pk])
    post(client, address, title="Nieuw", slug="nieuw", intro="Ongezien.")
    copies = StoryPage.objects.filter(slug__startswith="nieuw", locale=locales["tr"])
    assert [(one.live, one.alias_of_id) for one in copies] == [(False, None)]
    assert list(faults()) == []


def test_a_whole_magazine_in_another_language_is_drafts():
    members = council()[:3]
    edition = publish(EDITION.make(), members)
    story = publish(STORY.make(), members)
    story.move(edition, pos="last-child")
    home_in("tr")
    client = browser_of(somebody("superuser"))
    index = edition.get_parent()
    locale = Locale.objects.get(language_code="tr")
    address = reverse("wagtail_localize:submit_page_translation", args=[index.pk])
    client.post(address, {"locales": [locale.pk], "include_subtree": "on"})
    made = Page.objects.filter(locale=locale, depth__gt=3)
    assert made.count() == 2
    assert not made.filter(live=True).exists()
    assert not made.exclude(alias_of=None).exists()


def test_translators_touch_no_original_and_take_nothing_offline():
    story, quote = (publish(kind.make(), council_of(kind)) for kind in (STORY, QUOTE))
    client = browser_of(somebody("Vertalers"))
    for text in (story, quote):
        assert form_at(client, address_of(text, "edit")) == {}
        client.post(address_of(text, "edit"), {"intro": "Ongezien.", "text": "Ongezien."})
        for view in ("unpublish", "delete"):
            client.post(address_of(text, view))
        assert fresh(text).live
        assert fresh(text).latest_revision_id == text.latest_revision_id
    assert list(faults()) == []


def council_of(kind):
    return [member(f"{kind}{number}") for number in (1, 2, 3)]


def test_the_guard_names_the_text_that_it_refuses():
    client = browser_of(somebody("superuser"))
    translation = public_in_turkish(QUOTE, client)
    with pytest.raises(NotTakenOfflineError) as error, transaction.atomic():
        translation.save_target(publish=False)
    assert error.value.instance.pk == translation.get_target_instance().pk
    with pytest.raises(NotApprovedError), transaction.atomic():
        translation.save_target(publish=True)
