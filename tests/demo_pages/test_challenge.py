"""The demo's invented council went all the ways that a real one can go."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from challenge import demo, links
from challenge.letters.reading import dates_of, invitees, standing_of
from challenge.letters.timetable import due
from challenge.models import (
    Answer,
    Campaign,
    Certificate,
    Contact,
    Council,
    Entry,
    Invitee,
    ReportPage,
    Ruling,
    Statement,
    Week,
)
from challenge.publication.reading import read
from challenge.publication.results import HEADINGS
from challenge.publication.steps import steps_from
from challenge.publication.verifying import faults
from challenge.vocabulary import AddressStanding, Audience, Channel, Choice, Outside, Stage
from home.demo.pages import ids_for_links
from home.demo.tree import read_tree
from redactieraad.register.verifying import faults as faults_of_texts
from tests.demo_pages.conftest import COMPLETE

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("demo content"),
    pytest.mark.usefixtures("demo_content"),
]
SEATS = 45
ROUTES = (
    "", "antwoorden/", "logboeken/", "index/", "index/wind-mee/", "methode/", "probeer-zelf/",
    "lanceerdag/", "verslag/",
)  # fmt: skip


def campaign(stage: str) -> Campaign:
    """Return the demo's campaign at this stage."""
    return Campaign.objects.get(stage=stage)


def rows() -> dict[str, list[Any]]:
    """Return the numbers of all that is kept of the challenge, by kind."""
    models = apps.get_app_config("challenge").get_models()
    return {
        model.__name__: sorted(model._base_manager.values_list("pk", flat=True)) for model in models
    }


def test_three_campaigns_stand_at_three_stages():
    stages = dict(Campaign.objects.order_by("launch_at").values_list("slug", "stage"))
    assert list(stages.values()) == [Stage.LAUNCHED, Stage.RUNNING, Stage.PREPARING]
    # In the first one a member was replaced, and who came was asked too.
    assert [campaign(stage).invitees.count() for stage in stages.values()] == [
        SEATS + 1,
        SEATS,
        SEATS,
    ]
    assert all(step.obstacles for step in steps_from(campaign(Stage.PREPARING))[:1])


def test_every_kind_of_answer_is_there_and_more():
    asked = Invitee.objects.filter(campaign=campaign(Stage.LAUNCHED))
    index = read(campaign(Stage.LAUNCHED).release.snapshot.content)
    assert all(index.counts[heading] for heading in HEADINGS)
    assert set(Answer.objects.values_list("choice", flat=True)) == set(Choice.values)
    assert asked.filter(answers__number=2).exists(), "a changed mind"
    assert set(asked.values_list("outside", flat=True)) == {"", *Outside.values}
    assert asked.filter(address=AddressStanding.BOUNCED, contacts__result="bounced").exists()
    assert asked.filter(week__stopped_at__isnull=False).exists()
    assert Certificate.objects.filter(week__invitee__in=asked).count() > 10
    assert {one.facts for one in index.persons if one.facts} >= {
        *((True, True, True, True, within) for within in (True, False)),
    }, "within the amount, and overspent"
    assert {one.corrected for one in index.persons} == {(), ("week", "within")}
    assert Counter(asked.values_list("corrections__standing", flat=True))["declined"] == 1
    assert Ruling.objects.filter(invitee__in=asked).exists()
    assert Statement.objects.filter(invitee__in=asked).exists()
    assert set(Contact.objects.values_list("channel", flat=True)) == set(Channel.values)
    assert set(Entry.objects.values_list("audience", flat=True)) == set(Audience.values)


def test_the_results_are_public_as_they_were_approved_and_can_be_reckoned_again():
    launched = campaign(Stage.LAUNCHED)
    first, second = launched.snapshots.order_by("number")
    assert second.reason
    assert launched.release.live
    assert launched.release.snapshot == second
    assert ReportPage.objects.get().live
    assert list(faults()) == []
    assert list(faults_of_texts()) == []
    assert first.made_at < second.made_at < launched.launch_at < timezone.now()


def test_in_the_running_campaign_something_is_going_on_today():
    running, now = campaign(Stage.RUNNING), timezone.now()
    noon = timezone.localtime(now).replace(hour=12, minute=0)
    today = noon.date()
    weeks = Week.objects.filter(invitee__campaign=running, stopped_at=None, closed_at=None)
    assert [week for week in weeks if week.starts_on < today < week.ends_on]
    assert [week for week in weeks if week.starts_on > today]
    assert [week for week in weeks if week.ends_on < today]
    members = invitees().filter(campaign=running)
    letters = Counter(due(dates_of(running), standing_of(one), noon) for one in members)
    assert letters["decision"] > 10
    assert letters["week-ends"] >= 1
    assert not Entry.objects.filter(made_at__gt=timezone.now()).exists()


@pytest.mark.parametrize("code", COMPLETE)
def test_all_pages_of_the_launched_campaign_answer(code, client):
    path = f"/{code}/uitdaging/voorbeeldstad-eerste/"
    answers = {route: client.get(path + route, follow=True).status_code for route in ROUTES}
    assert set(answers.values()) == {200}, answers


def test_two_members_of_the_running_campaign_can_be_followed_by_their_links(client):
    ways_in = list(demo.ways_in())
    paths = [way_in.partition("/uitdaging/")[2].strip("/") for way_in in ways_in]
    found = [links.look_up(token, timezone.now()) for token in paths]
    assert len(found) == 2
    assert {one.campaign.stage for one in found} == {Stage.RUNNING}
    for token in paths:
        assert client.get(reverse("challenge:personal", args=[token])).status_code == 200


def test_loading_again_changes_nothing():
    before = rows()
    tree = read_tree()
    demo.load(lambda _line: None, {}, lambda code: ids_for_links(code, tree))
    assert rows() == before


def test_a_reset_leaves_nothing_of_the_demo_and_touches_no_other_council():
    other = Council.objects.create(name="Andere raad", city="Elders", slug="elders")
    demo.empty(lambda _line: None)
    left = {name: kept for name, kept in rows().items() if kept}
    assert left.keys() == {"Council", "ChallengeIndexPage"}
    assert left["Council"] == [other.pk]
    assert list(faults_of_texts()) == []
