"""Amounts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.amounts import MOST_CENTS, AmountError, Fault, balance, parse, written
from challenge.templatetags.amounts import unbroken

KINDS = st.sampled_from(["food", "care", "travel", "other", ""])


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12,50", 1250), ("12.50", 1250), ("12,5", 1250), ("€ 12", 1200), ("12 euro", 1200),
        ("EUR 3,05", 305), ("€\u00a07,95", 795), ("12,-", 1200), ("12,--", 1200), (",50", 50),
        ("0", 0), ("007", 700), ("12,", 1200), ("1.000,00", 100_000), ("1 000,00", 100_000),
        ("１２,５０", 1250), ("١٢.٥٠", 1250), (" 4 ", 400),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(typed, cents):
    assert parse(typed) == cents


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("-5", Fault.NEGATIVE), ("− 5,00", Fault.NEGATIVE), ("€ -5", Fault.NEGATIVE),
        ("(5,00)", Fault.NEGATIVE), ("5-", Fault.NEGATIVE),
        ("1000,01", Fault.TOO_MUCH), ("99999999999999999999", Fault.TOO_MUCH),
        ("1.234,56", Fault.TOO_MUCH),
        ("", Fault.UNREADABLE), ("€", Fault.UNREADABLE), (",", Fault.UNREADABLE),
        ("1.000", Fault.UNREADABLE), ("12,345", Fault.UNREADABLE), ("1,2,3", Fault.UNREADABLE),
        ("1.2.3,4", Fault.UNREADABLE), ("1e3", Fault.UNREADABLE), ("nan", Fault.UNREADABLE),
        ("½", Fault.UNREADABLE), ("twaalf", Fault.UNREADABLE), ("12 50", Fault.UNREADABLE),
        ("1" * 31, Fault.UNREADABLE),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_reason(typed, fault):
    with pytest.raises(AmountError) as refused:
        parse(typed)
    assert refused.value.fault is fault
    assert refused.value.message


@given(st.integers(1, MOST_CENTS))
def test_an_amount_that_is_shown_again_is_read_as_itself(cents):
    assert parse(written(cents)) == cents
    assert parse(f"€ {cents / 100:.2f}") == cents


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_is_refused(text):
    try:
        cents = parse(text)
    except AmountError:
        return
    assert 0 <= cents <= MOST_CENTS


@given(
    st.integers(1, 20_000),
    st.sets(KINDS),
    st.lists(st.tuples(KINDS, st.integers(0, MOST_CENTS))),
)
def test_only_what_the_amount_is_for_counts_and_nothing_gets_lost(amount, covers, spendings):
    found = balance(amount, covers, spendings)
    assert found.spent + found.beside == sum(cents for _kind, cents in spendings)
    assert found.left - found.over == amount - found.spent
    assert found.is_within == (found.over == 0)
    assert 0 <= found.drawn <= amount
    assert balance(amount, covers, reversed(spendings)) == found


def test_a_heading_never_ends_a_line_inside_an_amount():
    assert unbroken("Leven van € 50 per week") == "Leven van €\u00a050 per week"
