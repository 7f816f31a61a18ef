"""What cannot work is not offered; what is refused says why."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from django.contrib.messages import get_messages
from django.urls import reverse

from wagtail.models import Page
from wagtail.permissions import policy_registry

from redactieraad.guard import AliasRefusedError, NotApprovedError
from redactieraad.tests.factories import council, publish
from tests.redactieraad.admin import PEOPLE, address_of, browser_of, form_at, somebody
from tests.redactieraad.kinds import KINDS, PAGES, QUOTE, STORY, fresh

pytestmark = pytest.mark.django_db

# Who may open the editor of each, in Dutch.
EDITORS = dict.fromkeys(PAGES, ("Redactie", "Beheer", "superuser"))
EDITORS[QUOTE] = ("Redactie", "Programmateam", "Beheer", "superuser")
TAKE_OFFLINE = ("Redactie", "Beheer", "superuser")


def names_in(client, address):
    """Return the names of all buttons of a page, and where its links lead."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    buttons = {button.get("name") for button in page.find_all("button")}
    return buttons | {link.get("href") for link in page.find_all("a")}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_editor_offers_submitting_and_taking_offline_and_no_publishing(kind):
    draft, public = kind.make(), publish(kind.make(), council()[:3])
    for name in EDITORS[kind]:
        client = browser_of(somebody(name))
        for text in (draft, public):
            found = names_in(client, address_of(text, "edit"))
            assert "action-publish" not in found
            assert "action-submit" in found
            assert "localize-convert-to-alias" not in found
            offline = address_of(text, "unpublish")
            assert (offline in found) == (text.live and name in TAKE_OFFLINE), name


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_new_one_is_not_offered_to_be_published(kind):
    text = kind.make()
    if isinstance(text, Page):
        meta, parent = text._meta, text.get_parent().pk
        address = reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent])
    else:
        address = reverse(text.snippet_viewset.get_url_name("add"))
    for name in EDITORS[kind]:
        found = names_in(browser_of(somebody(name)), address)
        assert len(found) > 5
        assert "action-publish" not in found


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_submitting_by_the_button_asks_the_redactieraad(kind):
    for name in EDITORS[kind]:
        text, client = kind.make(), browser_of(somebody(name))
        form = form_at(client, address_of(text, "edit")) | {"action-submit": "1"}
        assert client.post(address_of(text, "edit"), form).status_code == 302
        assert fresh(text).workflow_in_progress, name
        assert not fresh(text).live


@pytest.mark.parametrize("name", ["Beheer", "superuser"])
def test_the_bulk_action_publishes_none_of_them(name):
    """It names them among those that one may not publish."""
    texts = [kind.make() for kind in PAGES]
    ids = "&".join(f"id={text.pk}" for text in texts)
    address = f"/beheer/bulk/wagtailcore/page/publish/?{ids}"
    answer = browser_of(somebody(name)).get(address)
    assert answer.context["items"] == []
    assert len(answer.context["items_with_no_access"]) == len(texts)


@pytest.mark.parametrize("kind", PAGES, ids=str)
@pytest.mark.parametrize("name", ["Beheer", "superuser"])
def test_the_form_to_copy_offers_no_live_copy_and_no_alias(kind, name):
    text = publish(kind.make(), council()[:3])
    form = browser_of(somebody(name)).get(address_of(text, "copy")).context["form"]
    assert {"publish_copies", "alias"}.isdisjoint(form.fields)
    assert "new_title" in form.fields


@pytest.mark.parametrize("how", ["publish_copies", "alias"])
def test_copying_the_magazine_live_is_refused_in_words_and_copies_nothing(how):
    index = publish(STORY.make(), council()[:3]).get_parent()
    client = browser_of(somebody("superuser"))
    before = Page.objects.count()
    fields = {"new_title": "Nog een", "new_slug": "nog-een", "copy_subpages": "on", how: "on"}
    fields["new_parent_page"] = index.get_parent().pk
    answer = client.post(address_of(index, "copy"), fields)
    assert answer.status_code == 302
    assert [message.level_tag for message in get_messages(answer.wsgi_request)] == ["error"]
    assert Page.objects.count() == before
    del fields[how]
    client.post(address_of(index, "copy"), fields)
    assert Page.objects.count() == before + 2
    assert not Page.objects.get(slug="nog-een").get_first_child().live


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_refusal_names_the_text_and_no_two_refusals_are_the_same(kind):
    text = kind.make()
    said = {str(error(text)) for error in (NotApprovedError, AliasRefusedError)}
    assert len(said) == 2
    assert all(str(text) in words for words in said)


def test_who_asks_what_may_be_done_is_told_that_publishing_is_nobodys():
    quote = QUOTE.make()

    policy = policy_registry.get_by_type(type(quote))
    for name in PEOPLE:
        user = somebody(name)
        assert not policy.user_has_permission(user, "publish")
        assert not policy.user_has_permission_for_instance(user, "publish", quote)
        assert not policy.instances_user_has_permission_for(user, "publish").exists()
        may = name in TAKE_OFFLINE
        assert policy.user_has_permission_for_instance(user, "take_offline", quote) == may
        assert (user in policy.users_with_permission("take_offline")) == may
    assert not policy.users_with_permission("publish").exists()
    assert not policy.users_with_any_permission_for_instance({"publish"}, quote).exists()
    assert policy.users_with_permission("change").count() == 5
