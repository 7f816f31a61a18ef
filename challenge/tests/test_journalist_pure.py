"""Addresses in words, words in pieces, and shares of a whole: without a database."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.journalist.addresses import holds_address, without_emails
from challenge.journalist.figures import NUMBERS, Figures, sample
from challenge.journalist.rows import pieces
from challenge.vocabulary import OUTCOMES


@pytest.mark.parametrize(
    "words",
    [
        "mail naar jan@voorbeeld.example",
        "jan (at) voorbeeld.example",
        "JAN.DE+X@VOORBEELD.EXAMPLE",
        "bel 06-12345678",
        "tel: +31 6 12 34 56 78",
        "010 - 267 15 00",
        "woont aan de Dorpsstraat 12",
        "Coolsingel 40, 3011 AD Rotterdam",
        "3011ad",
    ],
)
def test_an_address_is_found(words):
    assert holds_address(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Belt terug op 12-09-2025 om 10.30 uur",
        "Gesproken op 2025-09-03; kost 1.250,00 euro",
        "Was in 2025 op vakantie, in 2024 ook",
        "Zag een laan vol bomen",
        "100.000 Rotterdammers",
    ],
)
def test_what_is_no_address_is_not_held_back(words):
    assert not holds_address(words)


@given(
    st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,5})?@[a-z]{1,8}\.(nl|example)", fullmatch=True), st.text()
)
def test_no_mail_address_is_left(address, around):
    assert address not in without_emails(f"{around} {address}, {around}", "-")


@given(st.text(max_size=900), st.integers(5, 300))
def test_pieces_fit_and_leave_no_letter_out(words, most):
    found = pieces(words, most)
    assert all(0 < len(part) <= most for part in found)
    assert "".join("".join(found).split()) == "".join(words.split())


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4))
def test_shares_are_parts_of_a_hundred(counts):
    figures = Figures(dict(zip(OUTCOMES, counts, strict=True)), {}, (), "")
    for what in NUMBERS:
        assert 0 <= figures.share(what) <= 100
    assert abs(sum(figures.share(one) for one in OUTCOMES) - 100) <= 2 or not figures.total


def test_a_number_is_the_same_as_in_the_table():
    figures = sample()
    assert figures.total == 45
    assert figures.of("answered") == 36
    assert figures.share("answered") == Decimal(80)
    rows = {code: number for code, _name, number, _share in figures.table()}
    assert rows == {code: str(figures.of(code)) for code in OUTCOMES}
