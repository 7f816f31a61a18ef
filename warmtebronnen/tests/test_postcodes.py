"""A postcode leads to its own part of the city, and distances are those on the ground."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmtebronnen.directory.postcodes import (
    EARTH_RADIUS_KM,
    NotAPostcode,
    OutsideRotterdam,
    Point,
    PostcodeError,
    centre_of,
    centres,
    distance_km,
)

# Known places, the postcode that they have, and how far its centre may lie from them: a
# postcode in the middle of the city is small, one of the port or the coast is not.
LANDMARKS = [
    ("3011", Point(51.9215, 4.4851), 1.0),  # Laurenskerk
    ("3013", Point(51.9244, 4.4699), 0.5),  # Rotterdam Centraal
    ("3015", Point(51.9145, 4.4719), 0.8),  # Museumpark
    ("3029", Point(51.9072, 4.4340), 0.8),  # Marconiplein
    ("3041", Point(51.9278, 4.4356), 1.2),  # Blijdorp, by the Schie
    ("3072", Point(51.9065, 4.4885), 1.0),  # Wilhelminaplein
    ("3083", Point(51.8856, 4.4886), 1.0),  # Zuidplein
    ("3077", Point(51.8939, 4.5231), 3.0),  # De Kuip
    ("3068", Point(51.9622, 4.5519), 1.5),  # Zevenkamp
    ("3151", Point(51.9775, 4.1285), 2.0),  # station Hoek van Holland Haven
    ("3181", Point(51.9047, 4.2486), 1.5),  # the church of Rozenburg
    ("3195", Point(51.8886, 4.3886), 1.5),  # Pernis
    ("3194", Point(51.8628, 4.3625), 2.0),  # Hoogvliet
]

degrees = st.builds(
    Point,
    st.floats(-90, 90, allow_nan=False),
    st.floats(-180, 180, allow_nan=False),
)


class TestCentres:
    @pytest.mark.parametrize(("postcode", "landmark", "within"), LANDMARKS)
    def test_a_centre_lies_near_a_known_place_with_its_postcode(self, postcode, landmark, within):
        assert distance_km(centre_of(postcode), landmark) < within

    def test_every_centre_lies_in_the_city_and_none_twice(self):
        assert len(centres()) == len(set(centres().values())) == 76
        for centre in centres().values():
            assert 51.84 < centre.latitude < 52.00
            assert 4.00 < centre.longitude < 4.61

    def test_neighbouring_numbers_are_neighbours_on_the_ground(self):
        """A digit typed wrong would put one of them far from its decade; the port is too wide."""
        for number, centre in centres().items():
            decade = [one for other, one in centres().items() if other // 10 == number // 10]
            if len(decade) > 1 and number < 3100:
                nearest = min(distance_km(centre, one) for one in decade if one != centre)
                assert nearest < (7 if number == 3059 else 2.7)


class TestReading:
    @pytest.mark.parametrize(
        "text",
        ["3011", "3011 GC", "3011gc", " 3011  gC ", "3011\u00a0GC", "\u0663\u0660\u0661\u0661"],
    )
    def test_a_postcode_is_read_as_people_type_it(self, text):
        assert centre_of(text) == centres()[3011]

    @pytest.mark.parametrize(
        "text",
        ["", "301", "30111", "3011 G", "3011 GCA", "3011-GC", "GC 3011", "Rotterdam", "3011\x00"],
    )
    def test_nonsense_is_no_postcode(self, text):
        with pytest.raises(NotAPostcode):
            centre_of(text)

    @pytest.mark.parametrize("text", ["1012 JS", "3111", "2901AB", "0000", "9999"])
    def test_a_postcode_elsewhere_is_outside_rotterdam(self, text):
        with pytest.raises(OutsideRotterdam):
            centre_of(text)

    @given(st.text(max_size=12))
    def test_whatever_is_typed_is_read_or_refused_in_words(self, text):
        try:
            found = centre_of(text)
        except PostcodeError as error:
            said = str(error)
        else:
            said = found in centres().values()
        assert said

    @given(
        st.sampled_from(sorted(centres())),
        st.sampled_from(["", " ", "\t", "  "]),
        st.from_regex(r"\A(?:[A-Za-z]{2})?\Z"),
    )
    def test_the_letters_change_nothing(self, number, gap, letters):
        assert centre_of(f"{number}{gap}{letters}") == centres()[number]

    def test_a_long_row_of_blanks_takes_no_time(self):
        with pytest.raises(NotAPostcode):
            centre_of("3011" + " " * 200_000 + "!")


class TestDistance:
    def test_known_distances(self):
        """A quarter of the globe, a degree of the equator, and Rotterdam to Utrecht."""
        pole, equator = Point(90, 0), Point(0, 0)
        assert distance_km(pole, equator) == pytest.approx(math.pi / 2 * EARTH_RADIUS_KM)
        assert distance_km(equator, Point(0, 1)) == pytest.approx(111.195, abs=0.001)
        laurens, dom = Point(51.9215, 4.4851), Point(52.0907, 5.1214)
        assert distance_km(laurens, dom) == pytest.approx(47.5, abs=0.3)

    @given(degrees, degrees)
    def test_there_is_as_far_as_back_and_never_beyond_the_other_side(self, one, other):
        there = distance_km(one, other)
        assert there == pytest.approx(distance_km(other, one))
        assert 0 <= there <= math.pi * EARTH_RADIUS_KM

    @given(degrees)
    def test_a_point_is_where_it_is(self, one):
        assert distance_km(one, one) == 0

    @given(degrees, degrees, degrees)
    def test_a_way_round_is_never_shorter(self, one, between, other):
        round_about = distance_km(one, between) + distance_km(between, other)
        # Near the other side of the globe the formula loses digits: a few metres.
        assert distance_km(one, other) <= round_about + 0.01
