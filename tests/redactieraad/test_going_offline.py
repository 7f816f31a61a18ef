"""Whatever way a text goes offline, the register says so, and its decision is used up."""

from __future__ import annotations

import pytest
from wagtail_localize.models import Translation, TranslationSource

from wagtail.models import Locale, Page

from redactieraad.guard import NotTakenOfflineError
from redactieraad.models import Decision, Entry
from redactieraad.publishing.appearing import publish_approved
from redactieraad.register.verifying import faults
from redactieraad.signals import because
from redactieraad.tests.factories import council, member, publish
from tests.redactieraad.admin import address_of, browser_of, somebody
from tests.redactieraad.kinds import EDITION, KINDS, PAGES, QUOTE, STORY, fresh

pytestmark = pytest.mark.django_db


def last_two():
    return list(Entry.objects.values_list("kind", "reason")[:2])


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_by_the_editors(kind):
    text = publish(kind.make(), council()[:3])
    text.unpublish()
    assert last_two() == [("offline", "editors"), ("published", "")]
    assert not Decision.objects.in_force().exists()
    assert list(faults()) == []


@pytest.mark.parametrize("kind", PAGES, ids=str)
def test_as_the_plain_page_that_it_also_is(kind):
    text = publish(kind.make(), council()[:3])
    Page.objects.get(pk=text.pk).unpublish(set_expired=True)
    assert last_two() == [("offline", "expired"), ("published", "")]
    assert list(faults()) == []


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_for_a_reason(kind):
    text = publish(kind.make(), council()[:3])
    with because(Entry.Reason.REQUEST):
        text.unpublish()
    assert last_two()[0] == ("offline", "request")


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_by_being_deleted(kind):
    text = publish(kind.make(), council()[:3])
    text.delete()
    assert last_two() == [("offline", "deleted"), ("published", "")]
    assert list(faults()) == []


def test_by_being_deleted_with_what_it_stands_in():
    members = council()[:3]
    edition = publish(EDITION.make(), members)
    story = publish(STORY.make(), members)
    story.move(edition, pos="last-child")
    Page.objects.get(pk=edition.pk).delete()
    assert last_two() == [("offline", "deleted"), ("offline", "deleted")]
    assert list(faults()) == []


def test_a_draft_that_is_deleted_is_in_no_register():
    STORY.make().delete()
    assert not Entry.objects.exists()


def test_bringing_it_back_takes_a_new_decision():
    members = council()[:3]
    story = publish(STORY.make(), members)
    story.unpublish()
    publish(fresh(story), members)
    assert fresh(story).live
    assert Entry.objects.count() == 3
    assert list(faults()) == []


def test_what_is_public_is_not_made_a_draft_in_passing():
    """wagtail-localize does that with a live record whose translation is started."""
    members = council()[:3]
    quote = publish(QUOTE.make(), members)
    turkish = Locale.objects.get(language_code="tr")
    source, _created = TranslationSource.get_or_create_from_instance(quote)
    translation = Translation.objects.create(source=source, target_locale=turkish)
    translation.save_target(publish=False)
    copy = translation.get_target_instance()
    publish(copy, [member("lezer", reads=("tr",))])
    with pytest.raises(NotTakenOfflineError):
        translation.save_target(publish=False)
    assert fresh(copy).live
    assert list(faults()) == []


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("Redactie", True),
        ("Beheer", True),
        ("superuser", True),
        ("Programmateam", False),
        ("Vertalers", False),
    ],
)
def test_who_takes_offline(kind, name, may):
    text = publish(kind.make(), council()[:3])
    client = browser_of(somebody(name))
    answer = client.post(address_of(text, "unpublish"))
    assert answer.status_code == 302
    assert fresh(text).live != may


def test_a_move_takes_nothing_offline_and_publishes_nothing():
    members = council()[:3]
    edition, elsewhere = publish(EDITION.make(), members), EDITION.make()
    draft, story = STORY.make(), publish(STORY.make(), members)
    draft.move(edition, pos="last-child")
    story.move(elsewhere, pos="last-child")
    assert not fresh(draft).live
    assert fresh(story).live
    assert Entry.objects.count() == 2
    assert list(faults()) == []


def test_an_approved_story_that_leaves_its_waiting_edition_can_appear():
    members = council()[:3]
    edition = EDITION.make()
    story = STORY.make()
    story.move(edition, pos="last-child")
    story = publish(fresh(story), members)
    assert not story.live
    story.move(edition.get_parent(), pos="last-child")
    assert publish_approved(fresh(story))
    assert fresh(story).live
    assert list(faults()) == []
