"""Hundreds of places cost no more queries than a few, and every distance is a plain haversine."""

from __future__ import annotations

import pytest

from projects.models import Area, Neighbourhood
from redactieraad.register.verifying import faults
from tests.bench.growth_places import ADDRESSES, wrong_distances
from tests.bench.many_places import fill
from warmtebronnen.tests.factories import directory

pytestmark = pytest.mark.django_db

FEW, MANY = 30, 300
MOST_QUERIES = 12
POSTCODES = ("3011", "3151 AB", "3194", "3068")


@pytest.fixture(autouse=True)
def city():
    """Make what the places lie in."""
    directory()
    area = Area.objects.create(name="Noord", key="noord")
    Neighbourhood.objects.create(name="Agniesebuurt", area=area)


def test_many_places_are_found_at_the_cost_of_few(client, django_assert_max_num_queries):
    fill(FEW)
    addresses = [f"{address}{'&' if '?' in address else '?'}x=1" for address in ADDRESSES.values()]
    counts = {}
    for address in addresses:
        client.get(address)
        with django_assert_max_num_queries(MOST_QUERIES) as few:
            assert client.get(address).status_code == 200
        counts[address] = len(few)
    fill(MANY)
    assert list(faults()) == []
    for address in addresses:
        client.get(address)
        with django_assert_max_num_queries(counts[address]):
            client.get(address)


@pytest.mark.parametrize("postcode", POSTCODES)
def test_every_distance_is_a_plain_haversine_and_the_nearest_come_first(postcode):
    fill(MANY)
    assert wrong_distances(postcode) == (MANY, 0)
