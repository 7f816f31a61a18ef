"""A campaign goes from stage to stage whole or not at all, and its method stays what it was."""

from __future__ import annotations

import datetime as dt
import traceback

import pytest

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from challenge.models import Campaign, Correction, Happening, Method, Release
from challenge.one_by_one import SomeFailedError
from challenge.publication import clock, snapshots
from challenge.publication.methods import MethodFixedError, digest_of_method
from challenge.publication.steps import StepRefusedError, steps_from, take
from challenge.tests.factories import NOW, CampaignFactory, InviteeFactory, MethodFactory
from challenge.tests.whole import NEVER, on_the_eve
from challenge.vocabulary import Stage
from redactieraad.checks import NotReadyError
from redactieraad.publishing.appearing import publish_approved
from redactieraad.tests.factories import council, publish, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def eve():
    return on_the_eve()


def refusal(campaign, to, **moment):
    with pytest.raises(StepRefusedError) as refused:
        take(campaign, to, **moment)
    return refused.value.obstacles


def lines(campaign):
    found = Happening.objects.filter(campaign=campaign, kind="stage").order_by("pk")
    return [(one.details["before"], one.details["after"]) for one in found]


def test_a_campaign_begins_only_with_a_method_that_was_approved_and_fixes_it(eve):
    campaign = eve.campaign
    campaign.stage, campaign.method_digest = Stage.PREPARING, ""
    campaign.save()
    waiting = MethodFactory()
    Campaign.objects.filter(pk=campaign.pk).update(method=waiting)
    assert len(refusal(campaign, Stage.RUNNING)) == 1
    assert lines(campaign) == []
    Campaign.objects.filter(pk=campaign.pk).update(method=campaign.method)
    running = take(campaign, Stage.RUNNING)
    assert running.method_digest == digest_of_method(campaign.method)
    assert lines(campaign) == [("preparing", "running")]


def test_a_step_is_judged_by_the_campaign_as_it_is_and_not_as_somebody_saw_it(eve):
    seen = Campaign.objects.get(pk=eve.campaign.pk)
    take(eve.campaign, Stage.CANCELLED)
    assert refusal(seen, Stage.LAUNCHED)
    assert Campaign.objects.get(pk=seen.pk).stage == Stage.CANCELLED
    assert steps_from(Campaign.objects.get(pk=seen.pk)) == []


def test_corrections_and_changes_stand_in_the_way_of_being_ready(eve):
    campaign = eve.campaign
    Campaign.objects.filter(pk=campaign.pk).update(
        stage=Stage.REPLYING, stage_since=NOW - dt.timedelta(days=9)
    )
    (ready, _off) = steps_from(Campaign.objects.get(pk=campaign.pk))
    assert (ready.to, ready.obstacles) == (Stage.READY, [])
    invitee = campaign.invitees.first()
    asked = Correction.objects.create(invitee=invitee, words="Dat klopt niet.")
    assert len(refusal(campaign, Stage.READY)) == 1
    asked.standing = Correction.Standing.MENDED
    asked.save()
    invitee.rulings.create(fact="logbook", value=False, reason="Verkeerd geteld.")
    # First a new snapshot, and then a release of that one.
    assert len(refusal(campaign, Stage.READY)) == 1
    fresh = snapshots.make(campaign, reason="Een correctie")
    assert len(refusal(campaign, Stage.READY)) == 1
    release = Release.objects.get()
    release.snapshot = fresh
    release.save_revision()
    publish(release, eve.council)
    take(campaign, Stage.READY)
    assert lines(campaign) == [("replying", "ready")]


def test_the_launch_shows_all_that_was_approved_and_nothing_before(eve):
    campaign = eve.campaign
    early = campaign.launch_at - dt.timedelta(seconds=1)
    assert refusal(campaign, Stage.LAUNCHED, now=early)
    assert not publish_approved(eve.release)
    with pytest.raises(PermissionDenied):
        eve.release.latest_revision.publish(skip_permission_checks=True)
    for one in (eve.release, eve.report):
        one.refresh_from_db()
        assert not one.live
    eve.launch()
    assert eve.release.live
    assert eve.report.live
    assert lines(campaign) == [("ready", "launched")]
    assert refusal(campaign, Stage.CANCELLED)


def test_nothing_of_a_launch_stays_when_a_part_of_it_fails(eve, monkeypatch):
    def fail(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr("challenge.models.ReportPage.publish", fail)
    with pytest.raises(ConnectionError):
        take(eve.campaign, Stage.LAUNCHED)
    eve.release.refresh_from_db()
    assert not eve.release.live
    assert Campaign.objects.get().stage == Stage.READY
    assert lines(eve.campaign) == []


def test_the_clock_launches_what_is_ready_at_its_moment(eve):
    now = timezone.now()
    Campaign.objects.update(launch_at=now + dt.timedelta(hours=1))
    clock.launch_what_is_due()
    assert Campaign.objects.get().stage == Stage.READY
    Campaign.objects.update(launch_at=now - dt.timedelta(seconds=1))
    clock.launch_what_is_due()
    clock.launch_what_is_due()
    assert Campaign.objects.get().stage == Stage.LAUNCHED
    assert len(lines(eve.campaign)) == 1


def test_one_campaign_that_cannot_be_launched_keeps_no_other_back(eve):
    CampaignFactory(stage=Stage.READY, launch_at=eve.campaign.launch_at - dt.timedelta(days=1))
    clock.launch_what_is_due()
    assert Campaign.objects.get(pk=eve.campaign.pk).stage == Stage.LAUNCHED


def test_an_error_in_one_launch_keeps_no_other_back_and_is_told_without_its_words(
    eve, monkeypatch, caplog
):
    broken = CampaignFactory(
        stage=Stage.READY, launch_at=eve.campaign.launch_at + dt.timedelta(hours=1)
    )

    def take_or_fail(campaign, to):
        if campaign == broken:
            raise KeyError(*NEVER)
        return take(campaign, to)

    monkeypatch.setattr(clock, "take", take_or_fail)
    # The clock logs what is raised, with where it came from.
    with pytest.raises(SomeFailedError, match=broken.slug) as failed:
        clock.launch_what_is_due()
    assert Campaign.objects.get(pk=eve.campaign.pk).stage == Stage.LAUNCHED
    told = caplog.text + "".join(traceback.format_exception(failed.value))
    assert broken.slug in caplog.text
    assert "KeyError" in caplog.text
    assert eve.campaign.slug not in told
    assert not any(words in told for words in NEVER)


def test_a_method_that_a_campaign_began_with_changes_no_more():
    voters = council()[:3]
    method = publish(MethodFactory(), voters)
    campaign = CampaignFactory(method=method, method_digest=digest_of_method(method))
    InviteeFactory(campaign=campaign)
    method.weight_week = "2"
    method.save_revision()
    with pytest.raises(NotReadyError):
        submit(method)
    # Past the redactieraad neither, which guards what is public only.
    method.refresh_from_db()
    method.unpublish()
    method.weight_week = "2"
    with pytest.raises(MethodFixedError):
        method.save()
    assert Method.objects.get().weight_week == "1"
    # Before, it can.
    free = publish(MethodFactory(), voters)
    free.weight_week = "2"
    free.save_revision()
    publish(free, voters)
    assert Method.objects.get(pk=free.pk).weight_week == "2"
