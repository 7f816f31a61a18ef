"""What a thousand places cost: lists and filters at 50 and at 1,000, and each distance.

Run by `tests.bench` in the demo's own settings. The pages are made anew for each request, from
the directory that a process keeps until a place changes; making that anew is measured apart.
"""

from __future__ import annotations

import itertools
import math
import sys
from typing import Any

import django

from tests.bench.growth import MOST_GROWTH, MOST_QUERIES, milliseconds

FEW, MANY = 50, 1_000
ROUNDS = 25
LIST = "/nl/warmtebronnen/"
ADDRESSES = {
    "list": LIST,
    "list, Arabic": "/ar/warmtebronnen/",
    "a need": f"{LIST}?wat=meal",
    "an area": f"{LIST}?gebied=noord",
    "open now": f"{LIST}?open=nu",
    "four choices": f"{LIST}?wat=meal&taal=ar&gratis=ja&rolstoel=ja",
    "near a postcode": f"{LIST}?postcode=3011",
    "list, page 2": f"{LIST}?pagina=2",
    "figures": f"{LIST}cijfers/",
}
_number = itertools.count()


def visit(address: str) -> tuple[float, int]:
    """Return the quickest time (milliseconds) and the queries of a page that is not kept.

    The quickest, because whatever else the machine does only ever adds.
    """
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    joined = f"{address}{'&' if '?' in address else '?'}"

    def get() -> None:
        # A parameter that nobody knows passes the page cache by.
        answer = client.get(f"{joined}meting={next(_number)}")
        if answer.status_code != 200:
            sys.exit(f"{address} answered {answer.status_code}")

    get()
    times = [milliseconds(get) for _round in range(ROUNDS)]
    with CaptureQueriesContext(connection) as captured:
        get()
    return min(times), len(captured)


def forget() -> None:
    """Let the directory and everything that is kept of it be made anew."""
    from django.core.cache import caches

    for name in ("pages", "default"):
        caches[name].clear()


def haversine(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return kilometres between two points, by the formula as a textbook has it."""
    (south, west), (north, east) = (tuple(map(math.radians, point)) for point in (one, other))
    part = math.sin((north - south) / 2) ** 2
    part += math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * 6371.0088 * math.atan2(math.sqrt(part), math.sqrt(1 - part))


def wrong_distances(postcode: str) -> tuple[int, int]:
    """Return how many places were compared, and how many of them the list has wrong."""
    from django.utils import timezone

    from warmtebronnen.directory.listing import PlaceList
    from warmtebronnen.directory.postcodes import centre_of
    from warmtebronnen.directory.query import read
    from warmtebronnen.models import WarmtebronPage
    from warmtebronnen.snapshot import directory

    places = PlaceList(directory(), read({"postcode": postcode}), "nl", timezone.now())
    centre = centre_of(postcode)
    points = WarmtebronPage.objects.originals().live().exclude(latitude=None)
    plain: dict[int, float] = {
        pk: haversine(centre, (float(latitude), float(longitude)))
        for pk, latitude, longitude in points.values_list("pk", "latitude", "longitude")
    }
    listed: list[Any] = [one for one in places.in_order() if places.distance(one) is not None]
    wrong = sum(abs(places.distance(one) - plain[one.pk]) > 1e-6 for one in listed)
    pairs = itertools.pairwise(plain[one.pk] for one in listed)
    wrong += sum(first > second + 1e-6 for first, second in pairs)
    return len(plain), wrong + len(plain) - len(listed)


def main() -> None:
    """Measure at few places and at many, and print both."""
    django.setup()
    from tests.bench.many_places import fill
    from warmtebronnen.models import WarmtebronPage
    from warmtebronnen.snapshot import read_directory

    few = {name: visit(address) for name, address in ADDRESSES.items()}
    number = WarmtebronPage.objects.originals().live().count()
    fill(MANY)
    forget()
    print(f"  {'':24}{number:>7} ms{MANY:>9} ms{'growth':>9}{'queries':>9}")
    for name, address in ADDRESSES.items():
        time_at_many, queries = visit(address)
        growth = time_at_many / few[name][0]
        print(f"  {name:24}{few[name][0]:10.1f}{time_at_many:12.1f}{growth:9.2f}{queries:9}")
    print(f"  (at most {MOST_GROWTH} times for lists, at most {MOST_QUERIES} queries)")
    print(f"  {'the directory anew':24}{milliseconds(read_directory):22.0f} ms")
    compared, wrong = wrong_distances("3011")
    print(f"  {'distances compared':24}{compared:22}    ({wrong} wrong)")


if __name__ == "__main__":
    main()
