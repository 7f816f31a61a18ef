"""What does not hold together is refused, with a message at the field that is wrong."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone

from projects.amounts import Unit
from projects.models import Fact, Organisation, PersonRole
from projects.tests.factories import locale, make_fact, make_line, unsaved_fact

pytestmark = pytest.mark.django_db


def errors_of(record):
    """Return the names of the fields with an error."""
    try:
        record.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"value": 101}, {"value"}),
        ({"value": -1}, {"value"}),
        ({"value": 100}, set()),
        ({"value": 101, "unit": "people"}, set()),
        ({"value": -3, "unit": "people"}, {"value"}),
        ({"value": -3, "unit": "euro"}, set()),
        ({"comparison_value": 120, "comparison_where": "Nederland"}, {"comparison_value"}),
        ({"comparison_value": 8}, {"comparison_where"}),
        ({"comparison_where": "Nederland"}, {"comparison_value"}),
        ({"comparison_value": 0, "comparison_where": "Nederland"}, set()),
        ({"source_url": "http://www.cbs.nl"}, {"source_url"}),
        ({"source_url": "https://www.cbs.nl"}, set()),
        ({"source_title": ""}, {"source_title"}),
        ({"year": 2018, "review_by": dt.date(2017, 12, 31)}, {"review_by"}),
        ({"year": 2018, "review_by": dt.date(2018, 12, 31)}, set()),
        ({"year": 18}, {"year"}),
        ({"year": None}, set()),
    ],
)
def test_a_fact_that_contradicts_itself_is_refused_at_its_field(fields, wrong):
    assert errors_of(unsaved_fact(**fields)) == wrong


@given(value=st.decimals(-(10**9), 10**9, places=2), unit=st.sampled_from(list(Unit)))
def test_a_percentage_is_between_0_and_100_and_a_count_is_not_negative(value, unit):
    may_be_negative = unit in {Unit.EURO, Unit.NUMBER}
    right = (value >= 0 or may_be_negative) and (unit != Unit.PERCENT or value <= 100)
    fact = Fact(value=value, unit=unit)
    if right:
        fact.clean()
    else:
        with pytest.raises(ValidationError) as refused:
            fact.clean()
        assert set(refused.value.message_dict) == {"value"}


def test_a_half_written_draft_is_no_error():
    Fact().clean()


def test_a_key_is_used_once_in_a_language():
    make_fact(key="poverty-rate")
    assert errors_of(unsaved_fact(key="poverty-rate")) == {NON_FIELD_ERRORS}
    unsaved_fact(key="poverty-rate", locale=locale("en")).full_clean()


def test_a_line_exists_once_in_a_language():
    line = make_line("warme-stad")
    line.pk, line.translation_key = None, "7f2d7c1e-5c0b-4a55-9b68-6f0d3e6f1a10"
    line._state.adding = True
    assert errors_of(line) == {NON_FIELD_ERRORS}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"postcode": "3011 GC"}, set()),
        ({"postcode": "3011GC"}, set()),
        ({"postcode": "0123 AB"}, {"postcode"}),
        ({"postcode": "3011 gc"}, {"postcode"}),
        ({"phone": "010 123 45 67"}, set()),
        ({"phone": "call us"}, {"phone"}),
        ({"website": "http://voorbeeld.example"}, {"website"}),
        ({"email": "nobody"}, {"email"}),
        ({"agreement_signed_on": dt.date(2019, 5, 1)}, {"is_partner"}),
        ({"agreement_signed_on": dt.date(2019, 5, 1), "is_partner": True}, set()),
        (
            {"agreement_signed_on": dt.date(2999, 1, 1), "is_partner": True},
            {"agreement_signed_on"},
        ),
    ],
)
def test_an_organisation_that_cannot_be_right_is_refused_at_its_field(fields, wrong):
    organisation = Organisation(
        **{"name": "Voorbeeld", "kind": "informal", "locale": locale("nl")} | fields
    )
    assert errors_of(organisation) == wrong


def test_an_agreement_may_be_signed_today():
    Organisation(is_partner=True, agreement_signed_on=timezone.localdate()).clean()


@given(since=st.none() | st.dates(), until=st.none() | st.dates())
def test_a_role_never_ends_before_it_begins(since, until):
    role = PersonRole(role="chair", since=since, until=until)
    if since and until and until < since:
        with pytest.raises(ValidationError) as refused:
            role.clean()
        assert set(refused.value.message_dict) == {"until"}
    else:
        role.clean()
