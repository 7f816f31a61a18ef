"""Joining and leaving the redactieraad in the admin, and what that does to open texts."""

from __future__ import annotations

import pytest

from django.urls import reverse

from accounts.groups import GROUPS
from accounts.tests.factories import person
from magazine.tests import factories as magazine
from redactieraad.admin.reach import warnings_about_council
from redactieraad.models import Member
from redactieraad.tests.factories import approve, council, member, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client):
    client.force_login(person("Beheer"))
    return client


def seat(user, **fields):
    values = {"user": user.pk, "is_expert": "on", "reads": ["nl", "tr"], "joined_on": "2026-01-05"}
    return values | fields


def is_in_group(user):
    return user.groups.filter(name="Redactieraad").exists()


def test_a_new_member_gets_the_group_and_the_languages_that_were_ticked(beheer):
    user = person()
    beheer.post(reverse("leden:add"), seat(user))
    new = Member.objects.get(user=user)
    assert (new.reads, new.is_expert, new.left_on) == (["nl", "tr"], True, None)
    assert is_in_group(user)


def test_leaving_takes_the_group_away_and_coming_back_gives_it_again(beheer):
    user = member("lid")
    edit = reverse("leden:edit", args=[user.redactieraad_member.pk])
    beheer.post(edit, seat(user, left_on="2026-02-01"))
    assert not is_in_group(user)
    beheer.post(edit, seat(user))
    assert is_in_group(user)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reads": []}, "reads"),
        ({"reads": ["xx"]}, "reads"),
        ({"left_on": "2025-12-31"}, "left_on"),
        ({"left_on": "2999-01-01"}, "left_on"),
        ({"away_from": "2026-03-09", "away_until": "2026-03-02"}, "away_until"),
        ({"away_from": "2026-03-09"}, "away_until"),
        ({"away_until": "2026-03-09"}, "away_from"),
    ],
)
def test_days_and_languages_that_cannot_be_are_told_beside_the_field(beheer, fields, field):
    user = person()
    response = beheer.post(reverse("leden:add"), seat(user, **fields))
    assert field in response.context["form"].errors
    assert not Member.objects.exists()
    assert not is_in_group(user)


def test_nobody_gets_a_second_seat_and_a_seat_keeps_its_owner(beheer):
    user, other = member("lid"), person()
    response = beheer.post(reverse("leden:add"), seat(user))
    assert "user" in response.context["form"].errors
    beheer.post(reverse("leden:edit", args=[user.redactieraad_member.pk]), seat(other))
    assert list(Member.objects.values_list("user", flat=True)) == [user.pk]


def test_nobody_deletes_a_member(admin_client):
    user = member("lid")
    admin_client.post(reverse("leden:delete", args=[user.redactieraad_member.pk]))
    assert Member.objects.filter(user=user).exists()


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_only_beheer_looks_after_members(client, group):
    user = person(group)
    client.force_login(user)
    lid = member("lid").redactieraad_member
    for name, args in (("index", []), ("add", []), ("edit", [lid.pk])):
        is_shown = client.get(reverse(f"leden:{name}", args=args)).status_code == 200
        assert is_shown == (group == "Beheer"), name


def standing(state):
    story = state.workflow_state.content_object
    story.refresh_from_db()
    return story.live


def test_an_expert_who_joins_in_with_their_vote_decides_at_once(beheer):
    """Becoming an expert changes the count of a vote that stands."""
    members = council()
    state = submit(magazine.story())
    approve(state, [members[0], members[3], members[4]])
    assert not standing(state)
    lid = members[3].redactieraad_member
    beheer.post(reverse("leden:edit", args=[lid.pk]), seat(members[3], reads=["nl"]))
    assert standing(state)


def _four_with_two_experts():
    members = council()
    state = submit(magazine.story())
    approve(state, [members[0], members[3], members[4]])
    expert = members[1].redactieraad_member
    Member.objects.filter(pk=expert.pk).update(is_expert=False)
    approve(state, [members[1]])
    Member.objects.filter(pk=expert.pk).update(is_expert=True)
    assert not standing(state)
    return state, members


@pytest.mark.parametrize("way", ["seat", "group", "account"])
def test_who_leaves_can_tip_the_scales(beheer, way):
    state, members = _four_with_two_experts()
    leaver = members[4]
    if way == "seat":
        edit = reverse("leden:edit", args=[leaver.redactieraad_member.pk])
        beheer.post(edit, seat(leaver, is_expert="", left_on="2026-02-01"))
    elif way == "group":
        leaver.groups.clear()
    else:
        leaver.is_active = False
        leaver.save()
    assert standing(state)


def test_a_vote_of_who_left_no_longer_counts(beheer):
    members = council()
    state = submit(magazine.story())
    approve(state, members[:2])
    edit = reverse("leden:edit", args=[members[0].redactieraad_member.pk])
    beheer.post(edit, seat(members[0], left_on="2026-02-01"))
    approve(state, members[3:4])
    assert not standing(state)


def test_a_council_that_is_too_small_is_warned_of(beheer):
    members = council()
    assert not warnings_about_council()
    for user in members[1:3]:
        edit = reverse("leden:edit", args=[user.redactieraad_member.pk])
        beheer.post(edit, seat(user, left_on="2026-02-01"))
    (warning,) = warnings_about_council()
    # Who reads Dutch reads plain Dutch, and can approve a translation into it.
    assert "Eenvoudig Nederlands" in warning
    assert "Türkçe" not in warning
    Member.objects.filter(user=members[3]).update(reads=["tr"])
    assert "Türkçe" in warnings_about_council()[0]
    Member.objects.update(reads=[])
    assert "Nederlands" not in warnings_about_council()[0]
    shown = beheer.get(reverse("leden:index"))
    assert [str(message) for message in shown.context["messages"]] != []
