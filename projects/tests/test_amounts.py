"""Amounts are written as each reader writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.utils.translation import override

from projects.amounts import Precision, Unit, amount_text, number_text


@pytest.mark.parametrize(
    ("language", "value", "unit", "text"),
    [
        ("en", "14.50", "percent", "14.5%"),
        ("nl", "14.50", "percent", "14,5%"),
        ("nl", "45000.00", "euro", "€ 45.000"),
        ("en", "45000.00", "euro", "€ 45,000"),
        ("ar", "45000.00", "euro", "45.000"),
        ("en", "1", "people", "1 person"),
        ("en", "27000", "people", "27,000 people"),
        ("en", "12", "number", "12"),
        ("en", "-156000", "euro", "€ -156,000"),
        ("en", "1000000000", "euro", "€ 1 billion"),
        ("en", "2300000", "people", "2.3 million people"),
    ],
)
def test_a_number_comes_with_its_unit_in_the_readers_own_signs(language, value, unit, text):
    with override(language):
        assert text in amount_text(Decimal(value), unit)


@pytest.mark.parametrize(
    ("precision", "text"),
    [
        (Precision.EXACT, "80,000 people"),
        (Precision.ABOUT, "about 80,000 people"),
        (Precision.OVER, "more than 80,000 people"),
        (Precision.NEARLY, "nearly 80,000 people"),
    ],
)
def test_a_number_says_how_sure_its_source_is(precision, text):
    with override("en"):
        assert amount_text(Decimal(80_000), Unit.PEOPLE, precision) == text


@given(
    value=st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
    unit=st.sampled_from(list(Unit)),
    precision=st.sampled_from(list(Precision)),
    language=st.sampled_from(["nl", "nl-simple", "en", "ar", "pap", "uk"]),
)
def test_any_amount_can_be_written_in_any_language(value, unit, precision, language):
    with override(language):
        assert any(sign.isdigit() for sign in amount_text(value, unit, precision))


@given(st.integers(-999_999, 999_999))
def test_a_whole_number_has_no_decimals(number):
    with override("en"):
        assert number_text(Decimal(number).quantize(Decimal("0.01"))) == f"{number:,}"
