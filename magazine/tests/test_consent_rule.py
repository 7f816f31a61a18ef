"""No portrait goes anywhere without the consent of who it is about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.core.management import call_command
from django.utils import timezone

from wagtail.models import Revision

from magazine.models import Consent, Use
from magazine.tests.factories import consent, edition, portrait, story
from redactieraad.checks import NotReadyError
from redactieraad.deciding.voting import VoteRefusedError
from redactieraad.guard import NotApprovedError, WithheldError
from redactieraad.models import Decision
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, publish, submit

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def ended(given: Consent) -> None:
    """Let a consent have ended yesterday, as it does by the passing of time: unnoticed."""
    Consent.objects.filter(pk=given.pk).update(given_on=YESTERDAY, valid_until=YESTERDAY)


INVALID: dict[str, Any] = {
    "ended": {"given_on": YESTERDAY, "valid_until": YESTERDAY},
    "begins tomorrow": {"given_on": TOMORROW},
    "not for the site": {"for_site": False},
    "withdrawn": {"withdrawn_on": TODAY},
}


@pytest.mark.parametrize("fields", INVALID.values(), ids=INVALID)
def test_without_a_valid_consent_nobody_is_asked(fields):
    page = portrait(consent=consent(**fields))
    with pytest.raises(NotReadyError) as refused:
        submit(page)
    assert len(refused.value.faults) == 1
    assert page.current_workflow_state is None


def test_without_any_consent_nobody_is_asked():
    with pytest.raises(NotReadyError):
        submit(portrait(consent=None))


def test_it_is_the_consent_of_the_submitted_text_that_counts():
    page = portrait()
    page.consent = None
    page.save_revision()
    with pytest.raises(NotReadyError):
        submit(page)


def test_with_a_valid_consent_it_appears():
    page = publish(portrait(consent=consent(valid_until=TODAY)), council()[:3])
    assert page.live
    assert page.may_appear()
    assert list(faults()) == []


def test_a_portrait_that_was_sent_back_is_not_submitted_again_after_its_consent_ended():
    page = portrait()
    state = submit(page)
    state.reject(user=None, comment="Nog niet")
    ended(page.consent)
    workflow_state = state.workflow_state
    workflow_state.refresh_from_db()
    with pytest.raises(NotReadyError):
        workflow_state.resume(user=None)


def test_a_consent_that_ends_during_the_decision_stops_it():
    members, page = council(), portrait()
    state = submit(page)
    approve(state, members[:2])
    ended(page.consent)
    with pytest.raises(VoteRefusedError) as refused:
        approve(state, members[2:3])
    assert refused.value.reason == "cannot-appear"
    assert state.votes.count() == 2
    page.refresh_from_db()
    assert not page.live


def test_an_approved_portrait_whose_consent_ended_stays_behind_when_its_edition_appears():
    members, issue = council(), edition()
    behind = publish(portrait("blijft", issue), members[:3])
    other = publish(story("gaat", issue), members[:3])
    ended(behind.consent)
    publish(issue, members[:3])
    for page in (issue, behind, other):
        page.refresh_from_db()
    assert issue.live
    assert other.live
    assert not behind.live


def test_a_planned_portrait_whose_consent_ended_stays_behind():
    members, page = council(), portrait(go_live_at=timezone.now() + timedelta(hours=1))
    publish(page, members[:3])
    assert page.scheduled_revision is not None
    ended(page.consent)
    with pytest.raises(NotApprovedError):
        page.scheduled_revision.publish()
    Revision.objects.filter(pk=page.scheduled_revision.pk).update(
        approved_go_live_at=timezone.now()
    )
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert not page.live


def test_a_live_portrait_is_not_saved_once_its_consent_is_over():
    page = publish(portrait(), council()[:3])
    ended(page.consent)
    page.refresh_from_db()
    with pytest.raises(WithheldError):
        page.save()


def test_an_edit_of_the_consent_alone_needs_no_new_decision():
    page = publish(portrait(), council()[:3])
    page.consent.valid_until += timedelta(days=365)
    page.consent.save()
    page.refresh_from_db()
    assert page.live
    assert Decision.objects.in_force().count() == 1


def test_another_use_is_allowed_only_where_the_person_said_so():
    page = portrait(consent=consent(for_print=False, for_social_media=True))
    assert page.allows(Use.SITE)
    assert page.allows(Use.SOCIAL_MEDIA)
    assert not page.allows(Use.PRINT)
    assert story().allows(Use.PRINT)


def test_what_has_ended_allows_nothing():
    page = portrait()
    ended(page.consent)
    page.refresh_from_db()
    assert not any(page.allows(use) for use in Use)


@given(
    first=st.integers(-40, 40),
    length=st.integers(0, 80),
    at=st.integers(-60, 100),
    withdrawn=st.booleans(),
    for_site=st.booleans(),
)
def test_a_consent_holds_from_its_first_to_its_last_day(first, length, at, withdrawn, for_site):
    start = date(2019, 7, 1)
    day = start + timedelta(days=at)
    given_on = start + timedelta(days=first)
    one = Consent(
        for_site=for_site,
        given_on=given_on,
        valid_until=given_on + timedelta(days=length),
        withdrawn_on=start if withdrawn else None,
    )
    expected = for_site and not withdrawn and first <= at <= first + length
    assert one.is_valid_on(day) == expected
