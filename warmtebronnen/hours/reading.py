"""From OpenStreetMap's syntax to a plan, where a plan can say it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import pairwise

from warmtebronnen.hours.drafting import Draft
from warmtebronnen.hours.plan import Plan
from warmtebronnen.hours.rules import NotPlainError, rules_of
from warmtebronnen.hours.schedule import schedule
from warmtebronnen.hours.writing import write

# A plan must say the same as the text on every day of these years, two leap years among them.
COMPARED_FROM = dt.datetime(2024, 1, 1)  # noqa: DTZ001  (by the clock on the wall)
COMPARED_UNTIL = dt.datetime(2029, 1, 1)  # noqa: DTZ001


@lru_cache(maxsize=2048)
def read(spec: str) -> Plan | None:
    """Return the plan that says the same as a specification; nothing if no plan can.

    Raises:
        HoursError: if the hours cannot be read at all.

    """
    if not spec:
        return Plan()
    schedule(spec)
    try:
        rules = rules_of(spec)
        if any(later.phase < earlier.phase for earlier, later in pairwise(rules)):
            return None
        draft = Draft()
        for rule in rules:
            draft.add(rule)
        plan = draft.plan()
    except NotPlainError:
        return None
    return plan if _says_the_same(spec, write(plan)) else None


def _says_the_same(spec: str, other: str) -> bool:
    if spec == other:
        return True
    if not other:
        return False
    first, second = (
        list(schedule(text).pieces(COMPARED_FROM, COMPARED_UNTIL)) for text in (spec, other)
    )
    return first == second
