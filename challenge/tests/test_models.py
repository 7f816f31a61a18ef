"""Who sits where, when; and what is kept locked."""

from __future__ import annotations

import datetime as dt

import pytest

from django.core.exceptions import FieldError, ValidationError
from django.db import connection

from challenge.models import Answer, CouncilMember, Membership
from challenge.tests.factories import (
    TODAY,
    CampaignFactory,
    CouncilMemberFactory,
    InviteeFactory,
    PartyFactory,
)
from challenge.vocabulary import Choice
from redactieraad.models.appendonly import AppendOnlyError

pytestmark = pytest.mark.django_db


def test_a_member_sits_for_one_party_at_a_time() -> None:
    member = CouncilMemberFactory()
    one, other = PartyFactory.create_batch(2, council=member.council)
    Membership.objects.create(
        member=member, party=one, starts_on=TODAY, ends_on=TODAY + dt.timedelta(days=9)
    )
    Membership(member=member, party=other, starts_on=TODAY + dt.timedelta(days=10)).full_clean()
    with pytest.raises(ValidationError) as refused:
        Membership(member=member, party=other, starts_on=TODAY + dt.timedelta(days=9)).full_clean()
    assert "starts_on" in refused.value.error_dict


def test_an_address_is_locked_in_the_database_and_never_looked_up() -> None:
    member = CouncilMemberFactory(email="Iemand@voorbeeld.example")
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM challenge_councilmember WHERE id = %s", [member.pk])
        assert "voorbeeld" not in cursor.fetchone()[0]
    member.refresh_from_db()
    assert member.email == "Iemand@voorbeeld.example"
    with pytest.raises(FieldError):
        CouncilMember.objects.filter(email__contains="iemand")


def test_an_answer_is_never_changed_or_removed() -> None:
    answer = Answer.objects.create(invitee=InviteeFactory(), number=1, choice=Choice.NO)
    answer.choice = Choice.ACCEPT
    for change in (answer.save, answer.delete, Answer.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            change()


@pytest.mark.parametrize(
    ("field", "days"),
    [("receipt_by", -99), ("decision_on", -70), ("weeks_until", -40), ("launch_at", -30)],
)
def test_dates_come_in_order(field: str, days: int) -> None:
    campaign = CampaignFactory()
    setattr(campaign, field, getattr(campaign, field) + dt.timedelta(days=days))
    with pytest.raises(ValidationError) as refused:
        campaign.full_clean()
    assert field in refused.value.error_dict


def test_members_have_at_least_seven_days_to_look_at_their_record() -> None:
    campaign = CampaignFactory()
    campaign.full_clean()
    campaign.reply_until = campaign.reply_from + dt.timedelta(days=6)
    with pytest.raises(ValidationError) as refused:
        campaign.full_clean()
    assert "reply_until" in refused.value.error_dict
