"""Scales cover their numbers with round ticks; bars start at zero."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.utils import translation

from core.blocks.plotting.bars import LINE_LENGTH, draw_bars
from core.blocks.plotting.lines import draw_lines
from core.blocks.plotting.quantities import quantity_text
from core.blocks.plotting.scale import exact, nice_scale
from core.blocks.plotting.shapes import Point, Series

numbers = st.decimals(
    min_value=Decimal("-1e30"), max_value=Decimal("1e30"), allow_nan=False, allow_infinity=False
) | st.sampled_from([Decimal(0), Decimal("1e-20"), Decimal("-3e-15"), Decimal("1e29")])
several = st.lists(numbers, min_size=1, max_size=8)


def percent(text):
    return float(text.removesuffix("%"))


def series(values, name=""):
    return Series(
        name, [Point(f"p{place}", value, str(value)) for place, value in enumerate(values)]
    )


@given(several, st.integers(3, 9))
def test_ticks_cover_the_numbers(values, most):
    ticks = nice_scale(values, most=most).ticks
    assert ticks[0] <= min(values)
    assert ticks[-1] >= max(values)
    assert 2 <= len(ticks) <= most


@given(several)
def test_ticks_rise_in_even_round_steps(values):
    ticks = nice_scale(values).ticks
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) == 1
    step = steps.pop()
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert all(tick % step == 0 for tick in ticks)


@given(several)
def test_every_number_lies_on_the_axis(values):
    scale = nice_scale(values)
    places = [scale.position(value) for value in sorted(values)]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(places)


@given(numbers, st.integers(1, 5))
def test_equal_numbers_are_drawn_against_zero(value, times):
    ticks = nice_scale([value] * times).ticks
    assert ticks[0] <= 0 <= ticks[-1]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 100], [0, 50, 100]),
        ([0, 14.5], [0, 5, 10, 15]),
        ([7.9, 14.5], [6, 8, 10, 12, 14, 16]),
        ([0], [0, 1]),
        ([-3, 14.5], [-5, 0, 5, 10, 15]),
        ([0, 45000], [0, 20000, 40000, 60000]),
        ([0, 0.3], [0, 0.1, 0.2, 0.3]),
    ],
)
def test_ticks_are_what_a_person_would_choose(values, ticks):
    most = 6 if len(ticks) == 6 else 5
    found = nice_scale(values, most=most).ticks
    assert found[0] == exact(ticks[0])
    assert found[-1] == exact(ticks[-1])


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")]
)
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="cannot be drawn"):
        nice_scale([1, value])


@given(st.lists(numbers, min_size=2, max_size=6), st.booleans())
def test_bars_start_at_zero_and_stay_inside(values, mirrored):
    plot = draw_bars([series(values)], str, mirrored=mirrored)
    zero = next(percent(tick.place) for tick in plot.ticks if tick.is_zero)
    for bar, value in zip(plot.bars, values, strict=True):
        start, end = percent(bar.x), percent(bar.x) + percent(bar.width)
        assert -0.02 <= start <= end <= 100.02
        grows_right = (value >= 0) is not mirrored
        assert (start if grows_right else end) == pytest.approx(zero, abs=0.03)


@given(st.lists(numbers, min_size=2, max_size=6))
def test_longer_bars_stand_for_larger_numbers(values):
    plot = draw_bars([series([abs(value) for value in values])], str)
    widths = [percent(bar.width) for bar in plot.bars]
    order = sorted(range(len(values)), key=lambda place: abs(values[place]))
    ranked = [widths[place] for place in order]
    assert ranked == sorted(ranked)


def test_long_labels_are_broken_to_fit_a_phone():
    label = "Rotterdammers die al vier jaar of langer van een laag inkomen leven"
    points = [Point(label, Decimal(5), "5%"), Point("Kort", Decimal(6), "6%")]
    lines = draw_bars([Series("", points)], str).bars[0].lines
    assert " ".join(line.label for line in lines).strip() == label
    assert all(len(f"{line.label} {line.value}".strip()) <= LINE_LENGTH for line in lines)
    assert lines[-1].value == "5%"


def test_each_bar_of_several_series_names_its_series():
    plot = draw_bars([series([1, 2], "Noord"), series([3, 4], "Zuid")], str)
    assert [line.label for line in plot.groups] == ["p0", "p1"]
    assert [bar.lines[0].label for bar in plot.bars] == ["Noord", "Zuid", "Noord", "Zuid"]
    assert [bar.tone for bar in plot.bars] == [1, 2, 1, 2]


@given(st.lists(numbers, min_size=2, max_size=8))
def test_lines_go_through_every_point_in_order(values):
    plot = draw_lines([series(values)], str)
    line = plot.lines[0]
    assert len(line.markers) == len(values)
    assert len(line.segments) == len(values) - 1
    places = [percent(marker.x) for marker in line.markers]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, 100)


def test_mirrored_lines_run_from_the_right():
    plot = draw_lines([series([Decimal(1), Decimal(2)])], str, mirrored=True)
    assert [marker.x for marker in plot.lines[0].markers] == ["100.00%", "0.00%"]


def test_lines_start_at_zero_unless_that_would_flatten_them():
    near = draw_lines([series([Decimal(3), Decimal(10)])], quantity_text)
    far = draw_lines([series([Decimal(9000), Decimal(9100)])], quantity_text)
    assert near.ticks[0].text == "0"
    assert far.ticks[0].text == "9.000"


def test_labels_that_would_touch_are_left_out_but_never_the_last():
    values = [Decimal(place) for place in range(20)]
    labels = draw_lines([series(values)], str).labels
    assert len(labels) < 10
    assert labels[-1].text == "p19"


@pytest.mark.parametrize(
    ("language", "number", "unit", "text"),
    [
        ("nl", "45000", "€", "€\u00a045.000"),
        ("nl", "14.50", "%", "14,5%"),
        ("en", "45000", "euro", "€\u00a045,000"),
        ("en", "14.5", "procent", "14.5%"),
        ("nl", "1200", "gasten", "1.200"),
        ("nl", "-3", "", "\u200e-3"),
        ("nl", "1e12", "", "1.000.000.000.000"),
        ("nl", "0", "%", "0%"),
    ],
)
def test_numbers_are_written_as_the_reader_does(language, number, unit, text):
    with translation.override(language):
        assert quantity_text(Decimal(number), unit) == text
