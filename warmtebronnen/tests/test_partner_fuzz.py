"""Whatever is sent to the desk, the answer is a page and no failure."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.urls import reverse

from warmtebronnen.forms.places import FIELDS
from warmtebronnen.models import Notice
from warmtebronnen.tests.factories import partner, place

pytestmark = pytest.mark.django_db
NUMBERS = st.integers(0, 10**30)
ANYTHING = st.text(max_size=60) | NUMBERS.map(str)
IN_A_FORM = [
    *(name for name in FIELDS if name != "hours"),
    *("seen", "step", "hours-day-0-from_1", "hours-day-0-to_1", "hours-rest-was"),
    *("photo-0-kept", "photo-0-alt", "photo-0-caption", "photo-5-kept", "csrfmiddlewaretoken"),
]
fuzzed = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def home(client):
    page = place()
    client.force_login(partner("petra", page))
    return page


@fuzzed
@given(sent=st.dictionaries(st.sampled_from(IN_A_FORM), ANYTHING))
def test_the_form_of_a_place_takes_anything(client, home, sent):
    before = home.latest_revision_id
    address = reverse("partner:change", args=[home.pk])
    assert client.post(address, sent).status_code in {200, 409, 422}
    home.refresh_from_db()
    assert home.latest_revision_id == before


@fuzzed
@given(
    sent=st.dictionaries(st.sampled_from(["text", "is_closed", "starts_on", "ends_on"]), ANYTHING)
)
def test_a_notice_takes_anything(client, home, sent):
    answer = client.post(reverse("partner:notice", args=[home.pk]), sent)
    assert answer.status_code == 422
    assert not Notice.objects.exists()


@fuzzed
@given(token=ANYTHING.filter(lambda text: text and "/" not in text))
def test_a_mailed_link_may_be_anything(client, token):
    address = reverse("partner:confirm_by_link", args=[token])
    assert client.post(address).status_code == client.get(address).status_code == 400


@fuzzed
@given(number=NUMBERS)
def test_a_place_may_have_any_number(client, home, number):
    for name in ("place", "change", "close_today", "answer", "confirm"):
        address = reverse(f"partner:{name}", args=[number])
        assert client.post(address).status_code in {200, 302, 403, 405, 422}
    there = reverse("partner:take_back", args=[home.pk, number])
    assert client.post(there).status_code == 302
