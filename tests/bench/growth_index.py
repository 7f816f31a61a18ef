"""Print what the index of a large council costs: `python -m tests.bench.growth_index`."""

from __future__ import annotations

import random
from collections.abc import Callable
from time import perf_counter

from challenge.index import SCENARIOS, compute
from challenge.index_input import FACTS, Facts, Party

MEMBERS, PARTIES = 1_000, 30
ROUNDS = 5
# Of so many members one is unknown.
UNKNOWN = 10
BUDGET = 1.0


def council(members: int, parties: int) -> list[Party]:
    """Return an invented council, the same each time."""
    dice = random.Random(2019)  # noqa: S311 - nothing secret

    def facts() -> Facts | None:
        if dice.randrange(UNKNOWN) == 0:
            return None
        return tuple(dice.random() < 1 / 2 for _fact in FACTS)

    sizes = [len(range(number, members, parties)) for number in range(parties)]
    seats = [tuple(facts() for _seat in range(size)) for size in sizes]
    return [Party(f"Partij {number}", one) for number, one in enumerate(seats)]


def slowest(measured: Callable[[], object]) -> float:
    """Return the longest time of some rounds, in seconds."""
    times = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        measured()
        times.append(perf_counter() - begun)
    return max(times)


def main() -> None:
    """Measure and print."""
    large = council(MEMBERS, PARTIES)
    seconds = slowest(lambda: compute(large))
    print(
        f"  {MEMBERS} members, {PARTIES} parties, {len(SCENARIOS)} scenarios:"
        f" {1000 * seconds:.1f} ms at most (budget {1000 * BUDGET:.0f} ms)"
    )


if __name__ == "__main__":
    main()
