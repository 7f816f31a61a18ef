"""A consent that is withdrawn or ended takes the portrait offline, everywhere and at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from django.utils import timezone

from wagtail.models import Locale, ModelLogEntry, Page

from accounts.tests.factories import person
from core.clock.registry import jobs
from magazine.consent.ending import WITHDRAW, end_what_expired, withdraw
from magazine.models import Consent, PortraitPage
from magazine.tests.factories import consent, edition, magazine, portrait
from redactieraad.models import Decision, Entry
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, publish, submit
from tests.factories import home_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


def ended(given: Consent) -> None:
    """Let a consent have ended yesterday, as it does by the passing of time: unnoticed."""
    Consent.objects.filter(pk=given.pk).update(given_on=YESTERDAY, valid_until=YESTERDAY)


def in_english(page: PortraitPage, members) -> PortraitPage:
    """Return the published English version of a portrait."""
    home_in("en")
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.save_revision()
    members[0].redactieraad_member.reads = ["nl", "en"]
    members[0].redactieraad_member.save()
    approve(submit(english), members[:1])
    Page.objects.ancestor_of(english).update(live=True)
    english.refresh_from_db()
    return english


def test_withdrawing_takes_it_offline_in_every_language():
    members = council()
    dutch = publish(portrait(), members[:3])
    english = in_english(dutch, members)
    assert english.live
    was_live = withdraw(dutch.consent)
    assert {page.pk for page in was_live} == {dutch.pk, english.pk}
    assert not PortraitPage.objects.filter(live=True).exists()
    reasons = Entry.objects.filter(kind=Entry.Kind.OFFLINE).values_list("reason", flat=True)
    assert list(reasons) == [Entry.Reason.CONSENT_WITHDRAWN] * 2
    assert list(faults()) == []


def test_withdrawing_once_more_does_nothing_more():
    page = publish(portrait(), council()[:3])
    withdraw(page.consent)
    first = Consent.objects.get().withdrawn_on
    Consent.objects.update(withdrawn_on=YESTERDAY)
    assert withdraw(page.consent) == []
    assert first == TODAY
    assert Consent.objects.get().withdrawn_on == YESTERDAY
    assert Entry.objects.filter(kind=Entry.Kind.OFFLINE).count() == 1
    assert ModelLogEntry.objects.filter(action=WITHDRAW).count() == 1


def test_withdrawing_reaches_a_locked_page():
    page = publish(portrait(), council()[:3])
    page.locked, page.locked_by = True, person("Redactie")
    page.save(update_fields=["locked", "locked_by"])
    withdraw(page.consent)
    page.refresh_from_db()
    assert not page.live


def test_withdrawing_ends_the_decision_so_that_coming_back_needs_a_new_one():
    members = council()
    page = publish(portrait(), members[:3])
    withdraw(page.consent)
    assert not Decision.objects.in_force().exists()
    page = PortraitPage.objects.get()
    page.consent = consent()
    page.save_revision()
    publish(page, members[:3])
    assert page.live
    assert list(faults()) == []


def test_withdrawing_takes_a_portrait_off_the_councils_list():
    members, page = council(), portrait()
    state = submit(page)
    approve(state, members[:2])
    withdraw(page.consent)
    state.refresh_from_db()
    assert state.status == state.STATUS_CANCELLED
    assert page.current_workflow_state is None


def test_withdrawing_stops_what_was_approved_and_waits():
    members, issue = council(), edition()
    waiting = publish(portrait("wacht", issue), members[:3])
    planned = portrait("gepland", go_live_at=timezone.now() + timedelta(hours=1))
    planned.consent = waiting.consent
    planned.save()
    planned.save_revision()
    publish(planned, members[:3])
    assert planned.scheduled_revision is not None
    withdraw(waiting.consent)
    planned = PortraitPage.objects.get(slug="gepland")
    assert planned.scheduled_revision is None
    assert not Decision.objects.in_force().exists()


def test_a_failure_in_the_middle_withdraws_nothing(monkeypatch):
    members = council()
    dutch = publish(portrait(), members[:3])
    in_english(dutch, members)
    monkeypatch.setattr("magazine.consent.ending.withhold_files_of", lambda _pages: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        withdraw(dutch.consent)
    assert Consent.objects.get().withdrawn_on is None
    assert PortraitPage.objects.filter(live=True).count() == 2
    assert not Entry.objects.filter(kind=Entry.Kind.OFFLINE).exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"for_site": False}, Entry.Reason.CONSENT_WITHDRAWN),
        ({"given_on": YESTERDAY, "valid_until": YESTERDAY}, Entry.Reason.CONSENT_EXPIRED),
        ({"given_on": TODAY + timedelta(days=3)}, Entry.Reason.CONSENT_WITHDRAWN),
    ],
)
def test_an_edit_that_ends_the_consent_ends_the_portrait(change, reason):
    page = publish(portrait(), council()[:3])
    given = page.consent
    for name, value in change.items():
        setattr(given, name, value)
    given.save()
    page.refresh_from_db()
    assert not page.live
    assert Entry.objects.first().reason == reason


def test_the_clock_ends_what_has_expired_and_leaves_the_rest():
    members = council()
    old = publish(portrait("oud"), members[:3])
    other = publish(portrait("ander"), members[:3])
    ended(old.consent)
    end_what_expired()
    old.refresh_from_db()
    other.refresh_from_db()
    assert not old.live
    assert other.live
    assert Entry.objects.first().reason == Entry.Reason.CONSENT_EXPIRED
    assert list(faults()) == []


def test_the_clock_does_its_work_once(django_assert_max_num_queries):
    old = publish(portrait(), council()[:3])
    ended(old.consent)
    end_what_expired()
    number = Entry.objects.count()
    with django_assert_max_num_queries(6):
        end_what_expired()
    assert Entry.objects.count() == number


def test_a_consent_made_longer_is_ended_again_when_its_time_comes():
    members, page = council(), portrait()
    ended(page.consent)
    end_what_expired()
    given = Consent.objects.get()
    given.valid_until = TODAY + timedelta(days=9)
    given.save()
    page.refresh_from_db()
    publish(page, members[:3])
    ended(given)
    end_what_expired()
    page.refresh_from_db()
    assert not page.live


def test_what_was_changed_past_everything_is_found_by_the_clock():
    page = publish(portrait(), council()[:3])
    PortraitPage.objects.update(consent=None)
    end_what_expired()
    page.refresh_from_db()
    assert not page.live


def test_an_expired_consent_of_one_language_leaves_another_that_has_its_own():
    members = council()
    dutch = publish(portrait(), members[:3])
    english = in_english(dutch, members)
    own = consent()
    english.consent = own
    english.save_revision()
    approve(submit(english), members[:1])
    ended(dutch.consent)
    end_what_expired()
    assert list(PortraitPage.objects.filter(live=True)) == [english]


def test_the_clock_knows_of_it():
    functions = {job.function for job in jobs()}
    assert "magazine.consent.ending.end_what_expired" in functions
    assert "magazine.consent.asking.ask_what_ends" in functions


def test_a_reader_never_gets_what_is_over_although_the_clock_stands_still(client):
    page = publish(portrait(), council()[:3])
    ended(page.consent)
    assert client.get(page.url).status_code == 404
    page.refresh_from_db()
    assert not page.live
    assert Entry.objects.first().reason == Entry.Reason.CONSENT_EXPIRED


def test_the_editor_still_sees_the_draft(admin_client):
    page = publish(portrait(), council()[:3])
    withdraw(page.consent)
    assert admin_client.get(f"/beheer/pages/{page.pk}/edit/").status_code == 200


def test_it_is_in_no_sitemap_and_no_search(client):
    page = publish(portrait(title="Zilverkwast"), council()[:3])
    address = page.url
    assert address in client.get("/sitemap-nl.xml").content.decode()
    withdraw(page.consent)
    assert address not in client.get("/sitemap-nl.xml").content.decode()
    assert address not in client.get("/nl/zoeken/", {"q": "Zilverkwast"}).content.decode()
    assert client.get(magazine().url).status_code == 200
