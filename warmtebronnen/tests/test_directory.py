"""What is chosen and what each further choice leaves, against counting one by one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmtebronnen.directory.entries import Directory, Entry, Words
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.postcodes import Point, distance_km
from warmtebronnen.directory.query import CHOOSING, read

AT = dt.datetime(2026, 11, 24, 12, 30, tzinfo=dt.UTC)
HOURS = ["", "Mo-Fr 09:00-17:00", "Sa 10:00-12:00", "nonsense"]
NEEDS, SPOKEN, AREAS = ["meal", "company"], ["nl", "ar", "pl"], ["noord", "charlois"]


@st.composite
def entries(draw) -> list[Entry]:
    """Return some places with the facts that they are found by."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        area = draw(st.sampled_from(["", *AREAS]))
        point = draw(st.none() | st.builds(Point, st.floats(51.8, 52), st.floats(4.3, 4.6)))
        found.append(
            Entry(
                pk=number,
                slug=f"plek-{number}",
                words={"nl": Words("nl", f"Plek {number}", "")},
                needs=tuple(draw(st.sets(st.sampled_from(NEEDS)))),
                spoken=tuple(draw(st.sets(st.sampled_from(SPOKEN)))),
                costs=draw(st.sampled_from(["", "free", "paid"])),
                how_to_come=tuple(draw(st.sets(st.sampled_from(["walk-in", "referral"])))),
                access=draw(st.sampled_from([(), ("wheelchair",)])),
                area=(area, area.title()),
                neighbourhood=(f"wijk-{area}", "Wijk") if area else ("", ""),
                hours=draw(st.sampled_from(HOURS)),
                closures=draw(st.sampled_from([(), ((AT.date(), AT.date()),)])),
                point=point,
                checked_at=draw(st.none() | st.just(AT) | st.just(AT - dt.timedelta(days=200))),
            )
        )
    return found


asked = st.fixed_dictionaries(
    {},
    optional={
        "wat": st.sampled_from(NEEDS),
        "gebied": st.sampled_from(AREAS),
        "taal": st.sampled_from(SPOKEN),
        "open": st.sampled_from(["nu", "di", "za"]),
        "gratis": st.just("ja"),
        "zonderverwijzing": st.just("ja"),
        "rolstoel": st.just("ja"),
    },
)


def has(entry: Entry, name: str, value: str) -> bool:
    """Return whether a place has this, told plainly."""
    weekdays = "Mo-Fr" in entry.hours and not entry.closures
    return {
        "wat": value in entry.needs,
        "gebied": entry.area[0] == value,
        "taal": value in entry.spoken,
        "open": {"nu": weekdays, "di": weekdays, "za": "Sa" in entry.hours}.get(value),
        "gratis": entry.costs == "free",
        "zonderverwijzing": "walk-in" in entry.how_to_come,
        "rolstoel": "wheelchair" in entry.access,
    }[name]


def plainly(places: list[Entry], chosen: dict[str, str]) -> set[int]:
    """Return the places that have all of it, looked at one by one."""
    return {p.pk for p in places if all(has(p, name, value) for name, value in chosen.items())}


@settings(max_examples=40, deadline=None)
@given(entries(), asked)
def test_choices_find_what_looking_at_each_place_finds(places, chosen):
    found = PlaceList(Directory.of(places), read(chosen), "nl", AT)
    assert {entry.pk for entry in found.in_order()} == plainly(places, chosen)
    for name, value in [("wat", "meal"), ("taal", "ar"), ("open", "nu"), ("gratis", "ja")]:
        assert found.number(name, value) == len(plainly(places, chosen | {name: value}))
    for name, number in found.loosened():
        rest = {key: value for key, value in chosen.items() if key != name}
        assert number == len(plainly(places, rest)) > 0


@settings(max_examples=40, deadline=None)
@given(entries())
def test_near_a_postcode_the_nearest_comes_first_by_a_plain_haversine(places):
    found = PlaceList(Directory.of(places), read({"postcode": "3011 AB"}), "nl", AT)
    near = found.asked.near
    expected = sorted(distance_km(near, one.point) for one in places if one.point)
    order = found.in_order()
    assert [found.distance(one) for one in order][: len(expected)] == expected
    assert not any(one.point for one in order[len(expected) :])


@settings(max_examples=40, deadline=None)
@given(entries())
def test_what_nobody_confirmed_for_long_comes_last(places):
    order = PlaceList(Directory.of(places), read({}), "nl", AT).in_order()
    assert [one.checked_at != AT for one in order] == sorted(one.checked_at != AT for one in order)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from([*CHOOSING, "postcode", "lat", "pagina"]), st.text()))
def test_whatever_an_address_says_it_is_read(parameters):
    found = PlaceList(Directory.of([]), read(parameters), "nl", AT)
    assert found.total == 0
    assert found.page.number == 1


@pytest.mark.parametrize("facet", ["gebied", "wijk"])
def test_another_area_is_counted_in_place_of_the_chosen_one(facet):
    words = {"nl": Words("nl", "Plek", "")}
    here = Entry(1, "a", words, area=("noord", "Noord"), neighbourhood=("x", "X"))
    there = Entry(2, "b", words, area=("zuid", "Zuid"), neighbourhood=("y", "Y"))
    found = PlaceList(Directory.of([here, there]), read({"gebied": "noord", "wijk": "x"}), "nl", AT)
    assert found.number("gebied", "zuid") == 1
    assert found.total == 1


def test_a_position_is_made_coarse_and_a_postcode_goes_before_it():
    parameters = {"lat": "51.923456", "lon": "4.478912"}
    assert read(parameters).near == Point(51.923, 4.479)
    assert read(parameters | {"postcode": "nergens"}).near is None
