"""Whatever two devices do in whatever order: nothing is written over a text that was not seen."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from challenge.logbook.keeping import Outcome, Text, WritingRefusedError, remove, write
from challenge.models import Entry
from challenge.tests.factories import NOW, TODAY
from challenge.tests.weeks import week_from

WORDS = st.sampled_from(["", "brood", "soep", "thee"])
DEVICES = st.sampled_from(["phone", "laptop"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), DEVICES, WORDS),
        st.tuples(st.sampled_from(["look", "remove"]), DEVICES, st.just("")),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture
def week(db):
    return week_from()


def act(week, key, step, seen):
    """Do what a device does; return the entry and what became of it."""
    kind, device, words = step
    if kind == "remove":
        return remove(week, key, seen[device], NOW)
    return write(week, key, Text(TODAY, "", 0, words, "private"), seen[device], NOW)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_nothing_is_written_over_what_a_device_did_not_see(week, steps):
    key, seen = uuid.uuid4(), {"phone": 0, "laptop": 0}
    for step in steps:
        before = Entry.objects.filter(week=week, key=key).first()
        if step[0] == "look":
            seen[step[1]] = before.version if before else 0
            continue
        if step[0] == "remove" and before is None:
            continue
        entry, outcome = act(week, key, step, seen)
        if outcome is Outcome.KEPT:
            assert seen[step[1]] == (before.version if before else 0)
            assert entry.version == seen[step[1]] + 1
        else:
            after = Entry.objects.get(week=week, key=key)
            assert (after.words, after.version) == (before.words, before.version)
        if outcome is not Outcome.OVERTAKEN:
            seen[step[1]] = entry.version
            # A lost answer: the same again changes nothing.
            assert act(week, key, step, seen | {step[1]: 0})[1] is Outcome.SAME


@pytest.mark.parametrize("days", [-2, 1])
def test_a_day_outside_the_week_or_still_to_come_is_kept_by_no_way(week, days):
    text = Text(TODAY + dt.timedelta(days=days), "", 0, "brood", "private")
    with pytest.raises(WritingRefusedError):
        write(week, uuid.uuid4(), text, 0, NOW)
    assert not week.entries.exists()
