"""Numbers and dates look as the readers of each language write them."""

import datetime as dt
from decimal import Decimal

import pytest

from django.utils.formats import date_format, number_format
from django.utils.translation import override

from languages.registry import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_large_numbers_are_grouped_in_every_language(language):
    with override(language.code):
        text = number_format(Decimal(1_234_567), force_grouping=True)
    assert text not in {"1234567", ""}
    assert [part for part in text if part.isdigit()] == list("1234567")


def test_papiamentu_writes_numbers_and_dates_as_dutch_does():
    with override("pap"):
        assert number_format(Decimal("50000.5"), force_grouping=True) == "50.000,5"
        assert date_format(dt.date(2026, 11, 2)).startswith("2 ")


def test_english_puts_the_day_before_the_month():
    with override("en"):
        assert date_format(dt.date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize(
    "written",
    ["DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATE_FORMAT", "SHORT_DATETIME_FORMAT"],
)
def test_every_language_puts_the_day_before_the_month(language, written):
    with override(language.code):
        text = date_format(dt.datetime(2026, 3, 22, 9, 30, tzinfo=dt.UTC), written)
    assert text.startswith("22")
    assert "2026" in text
