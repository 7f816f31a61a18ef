"""The tally says in words and marks what the rule counts."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from django.template.loader import render_to_string

from redactieraad.quorum import Quorum, Tally


def drawn(tally, **more):
    html = render_to_string("redactieraad/tally.html", {"tally": tally, **more})
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    ("approvals", "experts", "marks"),
    [(0, 0, "○○○"), (2, 1, "●●○"), (3, 2, "●●●"), (2, 0, "●●○○○"), (1, 0, "●○○")],
)
def test_the_marks_are_what_there_is_and_what_is_needed(approvals, experts, marks):
    assert drawn(Tally(Quorum(), approvals, experts)).select_one(".tally__marks").text == marks


@given(st.integers(0, 6), st.integers(0, 6))
def test_what_is_needed_adds_up(others, experts):
    tally = Tally(Quorum(), others + experts, experts)
    assert tally.experts_needed + tally.others_needed == tally.approvals_needed
    assert tally.approvals_in_all == tally.approvals + tally.approvals_needed


def test_the_warning_comes_only_where_it_is_known_that_too_few_may_decide():
    tally = Tally(Quorum(), 0, 0)
    assert not drawn(tally).select(".notice")
    assert not drawn(tally, within_reach=True).select(".notice")
    assert drawn(tally, within_reach=False).select(".notice")
