"""The index holds to its method: the worked example, and what must be so of any council."""

from __future__ import annotations

import json
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge.alphabet import alphabetical
from challenge.index import SCENARIOS, compute, overlap, places_of, score_of
from challenge.index_input import EQUAL_WEIGHTS, FACTS, InputError, Party
from challenge.publication.input_files import read_file
from challenge.vocabulary import FactKey

# The machine that tests may be busy with other tests.
tried = settings(deadline=None, max_examples=40)

EXAMPLE = {
    "A": ["11111", "11100", "10000", "00000"],
    "B": ["11110", "10000"],
    "C": ["11111"],
    "D": ["10000", "?"],
    "E": ["11010", "11100", "10000", "10000", "10000"],
}

facts = st.tuples(*[st.booleans()] * len(FACTS))
members = st.lists(st.none() | facts, min_size=1, max_size=6).map(tuple)
councils = st.lists(members, min_size=1, max_size=6).map(
    lambda found: [Party(f"Partij {number}", one) for number, one in enumerate(found)]
)
weights = st.tuples(*[st.fractions(0, 5, max_denominator=7)] * len(FACTS)).filter(any)
weighings = weights.map(lambda found: dict(zip(FACTS, found, strict=True)))


def reckon(said):
    parties, by = read_file(json.dumps(said).encode())
    return compute(parties, by)


def by_name(results):
    return {one.name: one for one in results}


def test_the_worked_example_comes_out_exactly():
    assert [
        (one.name, one.score, one.place, one.band, one.n, one.unknown)
        for one in reckon({"parties": EXAMPLE})
    ] == [
        ("C", Fraction(1), 1, (1, 1), 1, 0),
        ("B", Fraction(1, 2), 2, (2, 3), 2, 0),
        ("A", Fraction(9, 20), 3, (2, 4), 4, 0),
        ("E", Fraction(9, 25), 4, (4, 5), 5, 0),
        ("D", Fraction(1, 5), 5, (2, 5), 1, 1),
    ]


def test_the_facts_and_the_fifteen_scenarios_have_the_names_of_the_method():
    assert list(FACTS) == FactKey.values
    names = {one.name for one in SCENARIOS}
    assert len(names) == len(SCENARIOS) == 15
    assert {"base", "drop_week", "double_within", "unknown_best", "shrink_2"} <= names


@tried
@given(councils, weighings, st.randoms(use_true_random=False))
def test_the_order_of_members_and_parties_changes_nothing(council, by, random):
    shuffled = [
        Party(one.name, tuple(random.sample(one.members, len(one.members)))) for one in council
    ]
    random.shuffle(shuffled)
    assert compute(shuffled, by) == compute(council, by)


@tried
@given(facts, weighings, st.sampled_from(range(len(FACTS))))
def test_raising_one_fact_never_lowers_a_score(member, by, raised):
    higher = (*member[:raised], True, *member[raised + 1 :])
    assert score_of(higher, by) >= score_of(member, by)


@tried
@given(councils, weighings, st.data())
def test_raising_one_fact_never_lowers_a_party_nor_raises_another(council, by, data):
    known = [
        (at, number)
        for at, party in enumerate(council)
        for number, one in enumerate(party.members)
        if one is not None
    ]
    if not known:
        return
    at, number = data.draw(st.sampled_from(known))
    raised = data.draw(st.sampled_from(range(len(FACTS))))
    member = council[at].members[number]
    better = (*member[:raised], True, *member[raised + 1 :])
    changed = (*council[at].members[:number], better, *council[at].members[number + 1 :])
    before = by_name(compute(council, by))
    after = by_name(
        compute([*council[:at], Party(council[at].name, changed), *council[at + 1 :]], by)
    )
    for name, was in before.items():
        if was.score is None:
            assert after[name].score is None
        elif name == council[at].name:
            assert after[name].score >= was.score
            assert after[name].place <= was.place
        else:
            assert after[name].score == was.score
            assert after[name].place >= was.place


@tried
@given(councils, weighings, st.data())
def test_unknown_is_not_zero(council, by, data):
    """Somebody who scores nothing counts; somebody who is unknown changes no mean."""
    at = data.draw(st.sampled_from(range(len(council))))
    name, others = council[at].name, council[at].members
    before = by_name(compute(council, by))[name]
    unknown, zero = (
        by_name(compute([*council[:at], Party(name, (*others, one)), *council[at + 1 :]], by))[name]
        for one in (None, (False,) * len(FACTS))
    )
    assert (unknown.score, unknown.n) == (before.score, before.n)
    assert unknown.unknown == before.unknown + 1
    assert zero.n == before.n + 1
    assert zero.score is not None
    if before.score:
        assert zero.score < before.score


@tried
@given(councils, weighings)
def test_ties_share_a_place_and_the_next_ones_are_skipped(council, by):
    ranked = [one for one in compute(council, by) if one.score is not None]
    for one in ranked:
        assert one.place == 1 + sum(other.score > one.score for other in ranked)


@tried
@given(councils, weighings)
def test_a_band_holds_every_place_and_the_base_one(council, by):
    for one in compute(council, by):
        if one.place is None:
            assert (one.score, one.band, one.n, dict(one.places)) == (None, None, 0, {})
            assert all(facts is None for facts in by_party(council)[one.name])
        else:
            assert one.places["base"] == one.place
            assert one.band == (min(one.places.values()), max(one.places.values()))


def by_party(council):
    return {one.name: one.members for one in council}


@tried
@given(weighings, st.integers(1, 9))
def test_only_the_proportion_of_weights_matters(by, times):
    said = [Party(name, tuple(map(read_member, one))) for name, one in EXAMPLE.items()]
    assert compute(said, {fact: times * one for fact, one in by.items()}) == compute(said, by)


def read_member(text):
    return None if text == "?" else tuple(digit == "1" for digit in text)


def test_a_party_that_nobody_is_known_of_moves_no_other():
    alone = by_name(reckon({"parties": EXAMPLE}))
    beside = by_name(reckon({"parties": EXAMPLE | {"F": ["?", "?"]}}))
    found = beside.pop("F")
    assert (found.score, found.place, found.band, found.n, found.unknown) == (
        None,
        None,
        None,
        0,
        2,
    )
    assert beside == alone
    assert reckon({"parties": EXAMPLE | {"F": ["?"]}})[-1].name == "F"


def test_a_fact_that_weighs_all_is_never_dropped():
    by = {fact: Fraction(fact == "week") for fact in FACTS}
    found = compute([Party("A", ((True,) * 5,))], by)[0]
    assert "drop_week" not in found.places
    assert len(found.places) == 14


def test_a_party_without_any_reply_has_no_place_where_no_reply_is_left_out():
    found = by_name(reckon({"parties": {"A": ["00000"], "B": ["10000"]}}))
    assert "no_reply_excluded" not in found["A"].places
    assert found["A"].band == (1, 2)  # all equal where answering is dropped
    assert found["B"].places["no_reply_excluded"] == 1


def test_a_small_party_is_drawn_to_the_mean_of_all_members():
    council = {"A": ["11111"], "B": ["11111"] * 4 + ["11110"], "C": ["00000"] * 10}
    found = by_name(reckon({"parties": council}))
    assert (found["A"].place, found["B"].place) == (1, 2)
    assert (found["A"].places["shrink_2"], found["B"].places["shrink_2"]) == (2, 1)


def test_places_are_alphabetical_in_dutch_order_within_a_score():
    in_order = ["50PLUS", "CDA", "D66", "d'Arc", "elan", "Élan", "IJs", "Ijzer", "'t Hart", "zee"]
    council = {name: ["11111"] for name in sorted(in_order)}
    assert [one.name for one in reckon({"parties": council})] == in_order


def test_no_two_names_are_one_to_the_alphabet():
    assert len({alphabetical(name) for name in ("Elan", "elan", "Élan", "E-lan", "E lan")}) == 5


def test_bands_overlap_where_they_share_a_place():
    assert overlap((1, 2), (2, 5))
    assert overlap((2, 5), (1, 9))
    assert not overlap((1, 1), (2, 3))


def test_equal_scores_of_persons_share_a_place():
    scores = {"a": Fraction(1), "b": Fraction(3, 5), "c": Fraction(3, 5), "d": Fraction(0)}
    assert places_of(scores) == {"a": 1, "b": 2, "c": 2, "d": 4}


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b'{"parties": {"A": ["11111",]}}', "line 1, column 28"),
        (b'{"parties":\n {"A": ["11111"]}', "line 2, column 18"),
        (b'{"parties": {"A": ["\xff"]}}', "byte 21"),
        (b'{"parties": {"A": [NaN]}}', "NaN"),
        (b"[" * 100_000, "the file"),
        (b'{"parties": {"A": [' + b"1" * 5000 + b"]}}", "the file"),
        (b"[]", "the file"),
        (b"{}", "parties"),
        (b'{"parties": {}}', "parties"),
        (b'{"parties": []}', "parties"),
        (b'{"party": {"A": ["11111"]}}', "party"),
        (b'{"parties": {"A": "11111"}}', "parties.A"),
        (b'{"parties": {"A": []}}', "parties.A"),
        (b'{"parties": {"A": ["?"], "A": ["?"]}}', "parties.A"),
        (b'{"parties": {"A": ["11111", "1111"]}}', "parties.A[1]"),
        (b'{"parties": {"A": ["111111"]}}', "parties.A[0]"),
        (b'{"parties": {"A": ["1111x"]}}', "parties.A[0]"),
        (b'{"parties": {"A": ["?????"]}}', "parties.A[0]"),
        (b'{"parties": {"A": [11111]}}', "parties.A[0]"),
        (b'{"parties": {"A": [null]}}', "parties.A[0]"),
        (b'{"weights": [], "parties": {"A": ["11111"]}}', "weights"),
        (b'{"weights": {"answered": "1"}, "parties": {"A": ["11111"]}}', "weights.accepted"),
    ],
)
def test_a_malformed_file_is_refused_with_the_place_of_the_fault(content, where):
    with pytest.raises(InputError) as refused:
        read_file(content)
    assert refused.value.where == where


@pytest.mark.parametrize("weight", ["-1", "1/0", "1e9", "", "a", " 1", 1.5, True, None, ["1"]])
def test_a_weight_that_is_none_is_refused_at_its_name(weight):
    said = dict.fromkeys(FACTS, "1") | {"week": weight}
    with pytest.raises(InputError) as refused:
        reckon({"weights": said, "parties": EXAMPLE})
    assert refused.value.where == "weights.week"


def test_weights_of_nothing_or_of_no_fact_are_refused():
    with pytest.raises(InputError) as refused:
        reckon({"weights": dict.fromkeys(FACTS, "0"), "parties": EXAMPLE})
    assert refused.value.where == "weights"
    with pytest.raises(InputError) as refused:
        reckon({"weights": dict.fromkeys(FACTS, "1") | {"charm": "1"}, "parties": EXAMPLE})
    assert refused.value.where == "weights.charm"


@pytest.mark.parametrize("weight", ["2", 2, "4/2", "2.0", "002"])
def test_a_weight_is_read_exactly_however_it_is_written(weight):
    _parties, by = read_file(
        json.dumps({"weights": dict.fromkeys(FACTS, weight), "parties": EXAMPLE}).encode()
    )
    assert by == dict.fromkeys(FACTS, Fraction(2))


def test_without_weights_all_facts_weigh_the_same():
    _parties, by = read_file(b'\xef\xbb\xbf{"parties": {"A": ["11111"]}}')
    assert by == EQUAL_WEIGHTS


@pytest.mark.parametrize(
    ("council", "where"),
    [
        ([Party("A", ())], "parties.A"),
        ([Party("A", (None,)), Party("A", (None,))], "parties.A"),
        ([Party("A", (None, (True,)))], "parties.A[1]"),
    ],
)
def test_what_cannot_be_reckoned_with_is_refused_by_the_index_itself(council, where):
    with pytest.raises(InputError) as refused:
        compute(council)
    assert refused.value.where == where


def test_a_council_of_a_thousand_is_reckoned_within_a_second():
    """Forty times what it takes, so that only another way of reckoning can fail."""
    at = range(1000)
    council = [
        Party(
            f"Partij {number}",
            tuple(tuple(seat >> fact & 1 == 1 for fact in range(5)) for seat in at[number::30]),
        )
        for number in range(30)
    ]
    begun = process_time()
    assert len(compute(council)) == 30
    assert process_time() - begun < 1
