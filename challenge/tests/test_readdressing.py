"""Links die with the address that they were sent to, and the desk asks for a new one."""

from __future__ import annotations

import pytest

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from challenge import links
from challenge.importing.carrying_out import look_at
from challenge.models import CouncilMember, Happening, Invitee, Membership
from challenge.tests.factories import NOW, TODAY, CampaignFactory, InviteeFactory
from challenge.vocabulary import Stage

pytestmark = pytest.mark.django_db

NEW = "nieuw@voorbeeld.example"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def invitee():
    invitee = InviteeFactory(member__name="Anna Voorbeeld")
    Membership.objects.create(member=invitee.member, party=invitee.party, starts_on=TODAY)
    return invitee


def by_form(client, member, email):
    seat = member.memberships.get()
    form = {
        "council": member.council_id,
        "name": member.name,
        "email": email,
        "memberships-TOTAL_FORMS": 1,
        "memberships-INITIAL_FORMS": 1,
        "memberships-0-id": seat.pk,
        "memberships-0-party": seat.party_id,
        "memberships-0-starts_on": seat.starts_on,
    }
    answer = client.post(reverse("challenge_members:edit", args=[member.pk]), form)
    assert answer.status_code == 302


def by_import(client, member, email):
    content = f"name,email\n{member.name},{email}\n".encode()
    file = {"council": member.council_id, "file": SimpleUploadedFile("leden.csv", content)}
    client.post(reverse("challenge_import:choose"), file)
    seen = look_at(content, member.council).mark
    client.post(reverse("challenge_import:carry_out"), {"seen": seen})


def by_code(client, member, email):
    member = CouncilMember.objects.defer("email").get(pk=member.pk)
    member.email = email
    member.save(update_fields=["email"])


def lines():
    kinds = Happening.objects.order_by("pk").exclude(kind="link-made")
    return list(kinds.values_list("invitee", "kind", "by"))


def due(client, campaign):
    """Return who is to get a new link, as the list has it; the overview counts as many."""
    desk = client.get(reverse("challenge_team:campaign", args=[campaign.pk]))
    members = reverse("challenge_team:members", args=[campaign.pk])
    found = [row.invitee for row in client.get(members, {"due": "link"}).context["page"]]
    assert desk.context["unlinked"] == len(found)
    assert ('id="unlinked"' in desk.content.decode()) == bool(found)
    return found


@pytest.mark.parametrize("change", [by_form, by_import, by_code])
def test_links_to_the_old_address_stop_at_once_and_a_new_one_is_due(team, user, invitee, change):
    other = InviteeFactory(campaign=invitee.campaign)
    later = InviteeFactory(campaign=CampaignFactory(council=invitee.campaign.council))
    Invitee.objects.filter(pk=later.pk).update(member=invitee.member)
    old, kept, elsewhere = (links.make(one, NOW) for one in (invitee, other, later))
    assert due(team, invitee.campaign) == []
    change(team, invitee.member, NEW)
    assert CouncilMember.objects.get(pk=invitee.member_id).email == NEW
    assert [links.look_up(token, NOW) for token in (old, kept, elsewhere)] == [None, other, None]
    by = None if change is by_code else user.pk
    assert set(lines()) == {
        (one.pk, kind, by)
        for one in (invitee, later)
        for kind in ("address-changed", "links-revoked")
    }
    assert "voorbeeld.example" not in str(list(Happening.objects.values_list("details")))
    assert due(team, invitee.campaign) == [invitee]
    act = reverse("challenge_team:act", args=[invitee.campaign_id, invitee.pk, "link"])
    team.post(act)
    assert mail.outbox[0].to == [NEW]
    token = mail.outbox[0].body.split("/uitdaging/")[1].split("/")[0]
    assert links.look_up(token, NOW) == invitee
    assert due(team, invitee.campaign) == []


def test_the_same_address_in_other_letters_or_another_name_withdraws_nothing(team, invitee):
    token = links.make(invitee, NOW)
    by_form(team, invitee.member, invitee.member.email.upper())
    member = CouncilMember.objects.get(pk=invitee.member_id)
    member.name, member.email = "Anna Anders", f" {member.email.title()}  "
    member.save()
    member.email = NEW
    member.save(update_fields=["name"])
    assert links.look_up(token, NOW) == invitee
    assert lines() == []


def test_a_first_address_withdraws_nothing_and_taking_it_away_does(team, invitee):
    CouncilMember.objects.filter(pk=invitee.member_id).update(email="")
    on_a_postcard = links.make(invitee, NOW)
    by_form(team, invitee.member, NEW)
    assert links.look_up(on_a_postcard, NOW) == invitee
    by_form(team, invitee.member, "")
    assert links.look_up(on_a_postcard, NOW) is None
    assert due(team, invitee.campaign) == [invitee]


def test_no_new_link_is_due_where_a_page_is_closed(team, invitee):
    links.make(invitee, NOW)
    links.revoke(invitee, None)
    assert due(team, invitee.campaign) == [invitee]
    invitee.campaign.stage = Stage.CANCELLED
    invitee.campaign.save()
    assert due(team, invitee.campaign) == []


def test_links_that_are_over_are_not_withdrawn(invitee):
    links.make(invitee, NOW - 3 * links.LIFETIME)
    invitee.links.update(expires_at=NOW)
    by_code(None, invitee.member, NEW)
    assert lines() == []
