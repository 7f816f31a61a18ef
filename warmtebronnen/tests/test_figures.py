"""The public figures: right at their edges, for readers of every language, at no more cost."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.apps import apps
from django.utils import timezone

from warmtebronnen.addresses import CODES
from warmtebronnen.figures.counting import Confirmed, Place, count
from warmtebronnen.models import Confirmation, WarmtebronPage
from warmtebronnen.tests.factories import directory, place, public_place

Area = apps.get_model("projects", "Area")

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ADDRESS = "/{}/warmtebronnen/cijfers/"


def confirmed(days: float | None) -> Place:
    return Place((), (), "", None if days is None else NOW - days * DAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Confirmed.LATELY), (89.9, Confirmed.LATELY), (90, Confirmed.IN_TIME),
        (119.9, Confirmed.IN_TIME), (120, Confirmed.LONG_AGO), (400, Confirmed.LONG_AGO),
        (None, Confirmed.NEVER),
    ],
)  # fmt: skip
def test_a_place_is_counted_by_when_it_was_confirmed(days, expected):
    assert count([confirmed(days)], NOW).by_confirmed == {expected: 1}


@given(st.lists(st.none() | st.integers(0, 400), max_size=60))
def test_the_share_is_that_of_all_places(days):
    figures = count(map(confirmed, days), NOW)
    in_time = [one for one in days if one is not None and one < 120]
    assert figures.by_confirmed.total() == figures.total == len(days)
    assert figures.in_time == len(in_time)
    if days:
        assert abs(figures.share_in_time - 100 * len(in_time) / len(days)) <= 0.5


def test_a_place_counts_once_for_each_need():
    figures = count([Place(["meal", "meal", "company"], ["nl", "ar"], "noord", None)] * 2, NOW)
    assert figures.by_need == {"meal": 2, "company": 2}
    assert figures.by_area == {"noord": 2}
    assert figures.languages == 2


def numbers(client, code="nl"):
    context = client.get(ADDRESS.format(code)).context
    return [[point.text for point in plot.series[0].points][:2] for plot in context["plots"]]


@pytest.mark.django_db
def test_readers_of_every_language_see_the_same_figures(client):
    directory()
    assert client.get(ADDRESS.format("nl")).status_code == 200
    noord = Area.objects.create(name="Noord", key="noord")
    Area.objects.create(name="Overschie", key="overschie")
    page = public_place(needs=["meal"], spoken=["nl"], area=noord)
    secret = public_place("huis", is_confidential=True)
    WarmtebronPage.objects.filter(pk=secret.pk).update(area=noord)
    place("concept", area=noord)
    Confirmation.objects.create(place=page, by="place", confirmed_at=timezone.now())
    for code in CODES:
        answer = client.get(ADDRESS.format(code))
        assert answer.status_code == 200
        assert answer.context["figures"].total == 2
        assert answer.context["figures"].share_in_time == 50
        (where, what, _when) = numbers(client, code)
        assert (where, what) == (["1", "0"], ["1", "0"])
    assert client.get(ADDRESS.format("nl")).content.decode().count('<svg class="plot__drawing') == 3


@pytest.mark.django_db
def test_figures_of_many_places_cost_no_more_queries(client, django_assert_max_num_queries):
    public_place()
    client.get(ADDRESS.format("nl"))
    with django_assert_max_num_queries(12) as few:
        client.get(ADDRESS.format("nl"))
    for number in range(3):
        public_place(f"plek-{number}")
    with django_assert_max_num_queries(len(few)):
        client.get(ADDRESS.format("nl"))
