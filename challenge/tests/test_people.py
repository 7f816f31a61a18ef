"""Who sits in which council, as open data; members edited with all their times; postcards."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from django.urls import reverse
from django.utils import timezone

from challenge.models import Contact, CouncilMember, Happening, Membership, PersonalLink
from challenge.tests.factories import (
    NOW,
    TODAY,
    CampaignFactory,
    CouncilFactory,
    CouncilMemberFactory,
    InviteeFactory,
    PartyFactory,
)
from challenge.vocabulary import Stage

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def test_a_council_is_told_in_popolos_shape_without_addresses(client):
    council = CouncilFactory(slug="voorbeeldstad")
    party = PartyFactory(council=council, short_name="VP")
    member = CouncilMemberFactory(council=council, phone="010 123 45 67", portfolio="Zorg")
    CouncilMemberFactory(council=council, name="Nooit gezeten")
    Membership.objects.create(member=member, party=party, starts_on=TODAY, ends_on=TODAY + DAY)
    response = client.get("/data/popolo/voorbeeldstad.json")
    found = response.json()
    assert found["persons"] == [
        {"id": str(member.uuid), "name": member.name, "sort_name": member.sort_name}
    ]
    legislature, of_party = found["organizations"]
    assert (legislature["classification"], of_party["parent_id"]) == (
        "legislature",
        legislature["id"],
    )
    assert found["memberships"] == [
        {
            "person_id": str(member.uuid),
            "organization_id": legislature["id"],
            "on_behalf_of_id": str(party.uuid),
            "role": "member",
            "start_date": "2025-09-03",
            "end_date": "2025-09-04",
        }
    ]
    text = response.content.decode()
    assert member.email not in text
    assert "010 123" not in text
    (listed,) = client.get("/data/popolo/").json()["councils"]
    assert listed["url"].endswith("/data/popolo/voorbeeldstad.json")
    assert reverse("popolo_index") in client.get("/data/").content.decode()
    assert client.get("/data/popolo/nergens.json").status_code == 404


def test_a_council_costs_as_many_queries_for_many(client, django_assert_max_num_queries):
    council = CouncilFactory(slug="veel")
    party = PartyFactory(council=council)
    for member in CouncilMemberFactory.create_batch(9, council=council):
        Membership.objects.create(member=member, party=party, starts_on=TODAY)
    with django_assert_max_num_queries(5):
        client.get("/data/popolo/veel.json")


def member_form(council, *times, **more):
    form = {
        "council": council.pk,
        "name": "Anna Voorbeeld",
        "sort_name": "",
        "portfolio": "",
        "email": "anna@voorbeeld.example",
        "phone": "",
        "memberships-TOTAL_FORMS": len(times),
        "memberships-INITIAL_FORMS": sum(bool(pk) for *_time, pk in times),
        "memberships-MIN_NUM_FORMS": 0,
        "memberships-MAX_NUM_FORMS": 1000,
    }
    for number, (party, starts, ends, pk) in enumerate(times):
        row = {"party": party.pk, "starts_on": starts, "ends_on": ends or "", "id": pk or ""}
        form |= {f"memberships-{number}-{name}": value for name, value in row.items()}
        form[f"memberships-{number}-DELETE"] = ""
    return form | more


def test_who_changes_party_gets_an_end_and_a_beginning_in_one_go(team):
    council = CouncilFactory()
    old, new = PartyFactory.create_batch(2, council=council)
    elsewhere = PartyFactory()
    add = reverse("challenge_members:add")
    team.post(add, member_form(council, (old, TODAY, None, None)))
    member = CouncilMember.objects.get()
    assert member.email == "anna@voorbeeld.example"
    first = member.memberships.get()
    edit = reverse("challenge_members:edit", args=[member.pk])
    both = (old, TODAY, None, first.pk), (new, TODAY + 9 * DAY, None, None)
    assert team.post(edit, member_form(council, *both)).status_code == 200
    wrong = (old, TODAY, TODAY + 8 * DAY, first.pk), (elsewhere, TODAY + 9 * DAY, None, None)
    assert team.post(edit, member_form(council, *wrong)).status_code == 200
    assert member.memberships.count() == 1
    right = (old, TODAY, TODAY + 8 * DAY, first.pk), (new, TODAY + 9 * DAY, None, None)
    assert team.post(edit, member_form(council, *right)).status_code == 302
    assert member.memberships.count() == 2


def test_what_members_were_asked_stays_once_a_campaign_runs(team):
    campaign = CampaignFactory(stage=Stage.RUNNING)
    edit = reverse("challenge_campaigns:edit", args=[campaign.pk])
    form = team.get(edit).context["form"]
    disabled = {name for name, field in form.fields.items() if field.disabled}
    assert {"weekly_amount", "covers", "method", "council", "invitation_on"} <= disabled
    assert "launch_at" not in disabled
    campaign.stage = Stage.PREPARING
    campaign.save()
    form = team.get(edit).context["form"]
    assert not any(field.disabled for field in form.fields.values())


@pytest.fixture
def cards(monkeypatch):
    """Return a campaign with a member and words for their card; and what is typeset of it."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    made = []
    invitee = InviteeFactory(campaign=CampaignFactory(postcard_words="Een warme groet."))
    return SimpleNamespace(invitee=invitee, campaign=invitee.campaign, made=made)


def test_cards_are_printed_for_who_is_chosen_each_with_a_link_of_its_own(team, cards):
    InviteeFactory(campaign=cards.campaign)
    address = reverse("challenge_team:postcards", args=[cards.campaign.pk])
    assert team.get(address).status_code == 200
    assert not PersonalLink.objects.exists()
    for size in ("a4", "a6"):
        response = team.post(address, {"who": [cards.invitee.pk], "size": size})
        assert response.content.startswith(b"%PDF")
        assert "no-store" in response["Cache-Control"]
    assert PersonalLink.objects.filter(invitee=cards.invitee).count() == 2
    assert PersonalLink.objects.count() == 2
    details = list(Happening.objects.filter(kind="postcards").values_list("details", flat=True))
    assert {"number": 1, "size": "a4"} in details


def test_a_card_names_the_member_and_nothing_else_of_them(team, cards, monkeypatch):
    monkeypatch.setattr(
        "challenge.team.postcards.views.typeset",
        lambda *args: cards.made.append(args) or b"%PDF",
    )
    address = reverse("challenge_team:postcards", args=[cards.campaign.pk])
    team.post(address, {"who": [cards.invitee.pk], "size": "a4"})
    ((_template, data, files, _seconds),) = cards.made
    assert [card["name"] for card in data["cards"]] == [cards.invitee.member.name]
    assert cards.invitee.member.email not in str(data)
    assert list(files) == ["code-1.svg"]
    for wrong in ({}, {"who": ["x", "9" * 30], "size": "a4"}, {"who": [1], "size": "a9"}):
        assert team.post(address, wrong).status_code == 302
    assert len(cards.made) == 1


def test_a_card_that_was_handed_over_is_a_contact(team, cards):
    over = reverse("challenge_team:handed_over", args=[cards.campaign.pk])
    team.post(over, {"who": [cards.invitee.pk]})
    contact = Contact.objects.get()
    assert (contact.channel, contact.result) == ("postcard", "handed-over")
    assert contact.by is not None


def test_no_cards_are_printed_without_words_or_after_the_answers(team, cards):
    address = reverse("challenge_team:postcards", args=[cards.campaign.pk])
    for field, value in (("postcard_words", ""), ("stage", Stage.REPLYING)):
        setattr(cards.campaign, field, value)
        cards.campaign.save()
        asked = {"who": [cards.invitee.pk], "size": "a4"}
        assert team.post(address, asked).status_code == 302
    assert not PersonalLink.objects.exists()


def sent_by(form):
    """Return what a browser sends of a form as it is served."""
    fields = [*form]
    for formset in form.formsets.values():
        fields += [*formset.management_form, *(field for one in formset for field in one)]
    values = {field.html_name: field.value() for field in fields}
    return {name: value for name, value in values.items() if value is not None}


def test_a_letter_is_written_once_for_each_kind(team):
    campaign = CampaignFactory(stage=Stage.PREPARING)
    edit = reverse("challenge_campaigns:edit", args=[campaign.pk])
    form = sent_by(team.get(edit).context["form"])
    form["letters-1-kind"] = form["letters-0-kind"]
    assert team.post(edit, form).status_code == 200
    assert campaign.letters.values("kind").distinct().count() == 9
    form |= {"letters-1-kind": "receipt", "letters-0-words": "Beste allemaal,"}
    assert team.post(edit, form).status_code == 302
