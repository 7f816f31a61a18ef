"""The shortest way through: a place is written, approved and public."""

from __future__ import annotations

import pytest

from redactieraad.verifying import faults
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
