"""What an address asks of the list is read without trusting it."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.conf import settings

from magazine.lists.query import CHOOSING, PAGE, Asked, read

slugs = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)
numbers = st.integers(1, 999_999_999).map(str)
choices = st.fixed_dictionaries(
    {},
    optional={name: numbers if name in {"editie", "reeks", "jaar"} else slugs for name in CHOOSING},
)


@given(st.dictionaries(st.sampled_from([*CHOOSING, PAGE, "q"]), st.text()))
def test_anything_can_be_read(parameters):
    asked = read(parameters)
    assert set(asked.values) <= set(CHOOSING)
    assert asked.page >= 1


@given(choices, st.integers(1, 10**8))
def test_an_address_says_everything_and_nothing_else(values, page):
    asked = Asked(values=values, page=page)
    again = read(dict(parse_qsl(asked.query(with_page=True).removeprefix("?"))))
    assert again == asked


@given(choices, st.sampled_from(CHOOSING))
def test_what_is_chosen_can_be_taken_back(values, name):
    asked = Asked(values=values, page=3)
    chosen = asked.choosing(name, "1")
    assert chosen.values[name] == "1"
    assert chosen.page == 1
    assert name not in chosen.without(name).values


@pytest.mark.parametrize(
    ("parameters", "is_sound"),
    [
        ({}, True),
        ({"soort": ""}, True),
        ({"soort": "column"}, True),
        ({"label": "één-woord"}, True),
        ({"label": "<script>"}, False),
        ({"label": "a\x00b"}, False),
        ({"editie": "een"}, False),
        ({"editie": "9" * 40}, False),
        ({PAGE: "0"}, False),
        ({PAGE: "-1"}, False),
        ({PAGE: "1e3"}, False),
        ({PAGE: "٣"}, False),
        ({PAGE: "2"}, True),
    ],
)
def test_what_cannot_be_meant_is_known(parameters, is_sound):
    assert read(parameters).is_sound is is_sound


def test_the_page_cache_knows_the_parameters():
    assert {*CHOOSING, PAGE} <= settings.PAGE_CACHE_PARAMETERS
