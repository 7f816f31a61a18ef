"""The shortest way through: a place is written, approved and public, or refused at its field."""

from __future__ import annotations

import pytest

from django.core.exceptions import ValidationError

from redactieraad.register.verifying import faults
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.tests.factories import place, public_place
from warmtebronnen.vocabulary import Need

pytestmark = pytest.mark.django_db


def test_a_place_is_public_once_the_redactieraad_approved_it():
    draft = place("nog-niet", needs=["meal"])
    page = public_place(needs=[Need.MEAL, Need.COMPANY], spoken=["nl", "ar"])
    assert list(WarmtebronPage.objects.originals().live()) == [page]
    assert not draft.live
    assert page.needs == ["meal", "company"]
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "cijfers"),
        ("slug", "mijn-lijst"),
        ("hours", "maandag soms"),
        ("latitude", "51.92000"),
        ("postcode", "30 AB"),
        ("needs", ["gold"]),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field, value):
    page = place()
    setattr(page, field, value)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    other_half = {"latitude": "longitude"}
    assert list(refusal.value.message_dict) == [other_half.get(field, field)]
