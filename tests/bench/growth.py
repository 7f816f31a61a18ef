"""What thousands of stories cost: pages, a vote and a publication, at 100 and at 20,000.

Run by `tests.bench` in the demo's own settings, without any cache; prints what it measured.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import django

FEW, MANY = 100, 20_000
ROUNDS = 15
MOST_GROWTH = 1.3
MOST_QUERIES = 12
MOST_MILLISECONDS = 300


def milliseconds(act: Callable[[], Any]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def visit(address: str) -> tuple[float, int]:
    """Return the median time (milliseconds) and the queries of a page, nothing kept."""
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})

    def get() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            sys.exit(f"{address} answered {answer.status_code}")

    get()
    times = []
    for _round in range(ROUNDS):
        for name in ("pages", "default"):
            caches[name].clear()
        times.append(milliseconds(get))
    for name in ("pages", "default"):
        caches[name].clear()
    with CaptureQueriesContext(connection) as captured:
        get()
    return statistics.median(times), len(captured)


def addresses() -> dict[str, str]:
    """Return the pages that are measured, by what they are."""
    from magazine.models import EditionPage, MagazineIndexPage, StoryPage

    index = MagazineIndexPage.objects.get(locale__language_code="nl")
    stories = f"{index.get_url()}verhalen/"
    own = StoryPage.objects.live().filter(slug="proef-50").get()
    return {
        "magazine": index.get_url(),
        "list": stories,
        "list, filtered": f"{stories}?soort=column",
        "list, page 3": f"{stories}?pagina=3",
        "story": own.get_url(),
        "edition": EditionPage.objects.live().filter(locale=index.locale).first().get_url(),
    }


def deciding() -> dict[str, float]:
    """Return how long a vote takes, and the one that publishes."""
    from accounts.models import User
    from magazine.models import MagazineIndexPage, StoryPage
    from redactieraad.deciding.counting import standing_of
    from redactieraad.deciding.voting import cast_vote

    index = MagazineIndexPage.objects.get(locale__language_code="nl")
    editor = User.objects.get(email="redacteur@voorbeeld.example")
    members = [User.objects.get(email=f"raad{number}@voorbeeld.example") for number in (1, 4, 2)]
    times: dict[str, list[float]] = {"a vote": [], "a vote that publishes": []}
    for number in range(5):
        page = StoryPage(title="Meting", slug=f"meting-{time.time_ns()}", intro="x", live=False)
        index.refresh_from_db()
        index.add_child(instance=page)
        page.save_revision(user=editor)
        state = page.get_workflow().start(page, editor).current_task_state.specific
        seen = standing_of(state).fingerprint
        for turn, member in enumerate(members):
            name = "a vote" if turn < len(members) - 1 else "a vote that publishes"
            times[name].append(
                milliseconds(
                    lambda member=member, state=state, seen=seen: cast_vote(
                        member, state.pk, "approve", fingerprint=seen
                    )
                )
            )
        page.refresh_from_db()
        if not page.live:
            sys.exit(f"Story {number} was approved and is not live.")
    return {name: statistics.median(measured) for name, measured in times.items()}


def main() -> None:
    """Measure at few stories and at many, and print both."""
    django.setup()
    from redactieraad.register.verifying import faults
    from tests.bench.many_stories import fill

    fill(FEW)
    few = {name: visit(address) for name, address in addresses().items()}
    started = time.perf_counter()
    fill(MANY)
    print(f"  ({MANY} stories made in {time.perf_counter() - started:.0f} s)")
    print(f"  {'':24}{FEW:>7} ms{MANY:>9} ms{'growth':>9}{'queries':>9}")
    for name, address in addresses().items():
        time_at_many, queries = visit(address)
        growth = time_at_many / few[name][0]
        print(f"  {name:24}{few[name][0]:10.1f}{time_at_many:12.1f}{growth:9.2f}{queries:9}")
    print(f"  (at most {MOST_GROWTH} times for lists, at most {MOST_QUERIES} queries)")
    for name, taken in deciding().items():
        print(f"  {name:24}{taken:22.0f} ms  (at most {MOST_MILLISECONDS})")
    found: list[str] = []
    taken = milliseconds(lambda: found.extend(faults()))
    print(f"  {'verifying the register':24}{taken / 1000:22.1f} s   ({len(found)} faults)")


if __name__ == "__main__":
    main()
