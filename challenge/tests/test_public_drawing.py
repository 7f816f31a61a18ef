"""The parts of the public pages that know no database: the plot, the order, the time line."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.index import SCENARIOS
from challenge.public.band_plot import Ranked, draw_bands
from challenge.public.scenarios import scenario_name
from challenge.public.sorting import Order
from challenge.public.timeline import moments_of
from challenge.publication.results import PartyLine
from challenge.templatetags.challenge_public import percentage
from challenge.tests.factories import TODAY, CampaignFactory
from challenge.vocabulary import Stage
from core.blocks.plotting.bars import LINE_LENGTH


def ranked(name="Partij", place=1, band=(1, 1)):
    return Ranked(name, place, band, f"{place} ({band[0]}–{band[1]})")


def line(name, place, n=3):
    return PartyLine(name, name, name, Fraction(1, 2), place, (place, place), n, 0, {}, (), ())


def percent(text):
    return float(text.rstrip("%"))


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.integers(1, 30), st.integers(1, 30)).map(sorted),
        min_size=1,
        max_size=30,
    ),
    st.booleans(),
)
def test_a_dot_lies_on_its_band_and_all_within_the_drawing(bands, mirrored):
    drawn = draw_bands(
        [ranked(place=two, band=(one, three)) for one, two, three in bands], mirrored=mirrored
    )
    for row in drawn.rows:
        start, width, dot = percent(row.x), percent(row.width), percent(row.dot)
        assert -0.02 <= start < dot < start + width <= 100.02
    assert len(drawn.rows) == len(bands)


def test_places_run_from_the_readers_own_side():
    first, last = ranked(place=1, band=(1, 1)), ranked(place=8, band=(8, 8))
    there, mirrored = draw_bands([first, last]), draw_bands([first, last], mirrored=True)
    assert percent(there.rows[0].dot) < percent(there.rows[1].dot)
    assert percent(mirrored.rows[0].dot) > percent(mirrored.rows[1].dot)
    assert percent(mirrored.edge) == 100


def test_a_long_name_is_broken_and_keeps_its_place_with_it():
    name = "Vrienden van de Voordeur en van de Achterdeur"
    (row,) = draw_bands([ranked(name, 3, (2, 4))]).rows
    assert " ".join(one.label for one in row.lines).split() == name.split()
    assert row.lines[-1].value == "3 (2–4)"
    assert all(len(one.label) + len(one.value) < LINE_LENGTH for one in row.lines)


def test_numbers_of_places_never_touch():
    drawn = draw_bands([ranked(place=30, band=(30, 30))])
    assert len(drawn.ticks) == 30
    assert sum(bool(tick.text) for tick in drawn.ticks) <= 11


def test_an_order_is_read_from_its_own_link_and_turned_by_it():
    for column in Order().columns().values():
        asked = Order.read(column.query.partition("=")[2])
        assert asked is not None
        assert asked.columns()[asked.key].query != column.query
    assert Order.read("iets") is None
    assert Order.read("--plaats") is None


def test_equals_stay_in_order_of_place():
    parties = [line("a", 1, n=2), line("b", 2, n=5), line("c", 3, n=2)]
    assert [one.name for one in Order("leden").sorted(parties)] == ["a", "c", "b"]
    assert [one.name for one in Order("leden", is_down=True).sorted(parties)] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("score", "text"),
    [
        (Fraction(1), "100%"),
        (Fraction(0), "0%"),
        (Fraction(9, 20), "45%"),
        (Fraction(1, 3), "33,3%"),
    ],
)
def test_a_score_reads_as_a_percentage(score, text):
    assert percentage(score) == text


def test_every_way_to_reckon_has_its_own_words():
    names = {str(scenario_name(one.name)) for one in SCENARIOS}
    assert len(names) == len(SCENARIOS)


@pytest.mark.django_db
def test_the_launch_is_done_when_it_was_and_not_when_it_was_due():
    campaign = CampaignFactory(stage=Stage.READY)
    later = campaign.launch_at.date() + dt.timedelta(days=3)
    moments = moments_of(campaign, later)
    assert [one.is_done for one in moments] == [True] * (len(moments) - 1) + [False]
    campaign.stage = Stage.LAUNCHED
    assert moments_of(campaign, later)[-1].is_done
    campaign.stage = Stage.RUNNING
    done = [one.is_done for one in moments_of(campaign, TODAY)]
    assert done == sorted(done, reverse=True)
    assert any(done)
    campaign.stage = Stage.PREPARING
    assert not any(one.is_done for one in moments_of(campaign, later))
