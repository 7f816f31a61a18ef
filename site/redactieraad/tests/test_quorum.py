"""The rule by which the redactieraad decides, for every council and every vote."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactieraad.quorum import Ballot, Quorum, can_be_reached, count

TRANSLATION = Quorum.of_a_translation()


@st.composite
def led_by_experts(draw):
    approvals = draw(st.integers(1, 5))
    return Quorum(approvals, draw(st.integers(approvals // 2 + 1, approvals)))


quorums = led_by_experts() | st.just(TRANSLATION)
numbers = st.integers(1, 8)
members = st.dictionaries(numbers, st.booleans(), max_size=8).map(
    lambda found: [Ballot(number, is_expert) for number, is_expert in found.items()]
)
writers = st.sets(numbers)


def is_reached(quorum, ballots, wrote=()):
    return count(quorum, ballots, wrote).is_reached


@given(led_by_experts(), members, writers)
def test_it_is_never_reached_without_a_majority_of_experts(quorum, ballots, wrote):
    tally = count(quorum, ballots, wrote)
    if tally.is_reached:
        assert 2 * tally.experts > tally.approvals
        assert tally.approvals >= quorum.approvals
        assert tally.experts >= quorum.experts


@given(quorums, members, writers)
def test_it_is_reached_exactly_when_nothing_more_is_needed(quorum, ballots, wrote):
    tally = count(quorum, ballots, wrote)
    missing = max(quorum.approvals - tally.approvals, quorum.experts - tally.experts, 0)
    lead = not quorum.experts_lead or 2 * tally.experts > tally.approvals
    assert tally.is_reached == (missing == 0 and lead)
    assert tally.is_reached == (tally.approvals_needed == 0)
    assert 0 <= tally.experts_needed <= tally.approvals_needed


@given(quorums, members, writers)
def test_as_many_more_as_it_says_are_enough_and_one_fewer_is_not(quorum, ballots, wrote):
    tally = count(quorum, ballots, wrote)
    experts = tally.experts_needed
    others = tally.approvals_needed - experts
    more = [Ballot(100 + number, number < experts) for number in range(experts + others)]
    assert is_reached(quorum, [*ballots, *more], wrote)
    if more:
        assert not is_reached(quorum, [*ballots, *more[1:]], wrote)


@given(quorums, members, writers)
def test_the_vote_of_a_writer_never_counts(quorum, ballots, wrote):
    without = [ballot for ballot in ballots if ballot.member not in wrote]
    assert count(quorum, ballots, wrote) == count(quorum, without, ())


@given(quorums, members, writers, st.randoms())
def test_the_order_does_not_matter(quorum, ballots, wrote, chance):
    shuffled = list(ballots)
    chance.shuffle(shuffled)
    assert count(quorum, shuffled, wrote) == count(quorum, ballots, wrote)


@given(quorums, members, writers)
def test_a_second_vote_of_the_same_member_counts_for_nothing(quorum, ballots, wrote):
    assert count(quorum, ballots * 2, wrote) == count(quorum, ballots, wrote)


@given(quorums, members, writers, numbers)
def test_one_more_expert_never_undoes_a_decision(quorum, ballots, wrote, number):
    more = [*ballots, Ballot(100 + number, is_expert=True)]
    assert is_reached(quorum, more, wrote) or not is_reached(quorum, ballots, wrote)


@given(members, writers, numbers)
def test_no_vote_undoes_the_decision_on_a_translation(ballots, wrote, number):
    more = [*ballots, Ballot(100 + number, is_expert=False)]
    assert is_reached(TRANSLATION, more, wrote) or not is_reached(TRANSLATION, ballots, wrote)


@given(quorums, members, writers, numbers)
def test_one_writer_more_never_makes_a_decision_of_experts(quorum, ballots, wrote, number):
    """An expert who wrote along takes a vote away; another may leave the experts in the lead."""
    expert = Ballot(number, is_expert=True)
    ballots = [*(one for one in ballots if one.member != number), expert]
    assert is_reached(quorum, ballots, wrote) or not is_reached(quorum, ballots, wrote | {number})


@given(quorums, members, writers)
def test_what_can_be_reached_is_what_some_of_the_council_would_reach(quorum, council, wrote):
    some = itertools.chain.from_iterable(
        itertools.combinations(council, size) for size in range(len(council) + 1)
    )
    expected = any(is_reached(quorum, ballots, wrote) for ballots in some)
    assert can_be_reached(quorum, council, wrote) == expected


@pytest.mark.parametrize(
    ("approvals", "experts"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (3, 4), (-1, 1)]
)
def test_a_quorum_that_experts_do_not_lead_is_refused(approvals, experts):
    with pytest.raises(ValueError, match=r"\w"):
        Quorum(approvals, experts)


def test_the_usual_quorum_is_three_of_whom_two_are_experts():
    assert (Quorum().approvals, Quorum().experts, Quorum().experts_lead) == (3, 2, True)
    yes = [Ballot(1, True), Ballot(2, True), Ballot(3, False)]
    assert is_reached(Quorum(), yes)
    assert not is_reached(Quorum(), yes[1:])
    # A fourth without a fifth expert takes the majority away, which a third expert gives back.
    assert not is_reached(Quorum(), [*yes, Ballot(4, False)])
    assert is_reached(Quorum(), [*yes, Ballot(4, False), Ballot(5, True)])
