"""Is it open, and until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from warmtebronnen.hours.clock import HOUR, moment, on_the_wall, repeats
from warmtebronnen.hours.schedule import Schedule, State, schedule


@dataclass(frozen=True)
class Opening:
    """How a place stands at a moment.

    Attributes:
        state: open, closed or unknown.
        until: when that changes; nothing if it never does within ten years.
        remark: what the hours themselves say about it, such as 'call first'.
        then: the state that it changes to.

    """

    state: State
    until: dt.datetime | None = None
    remark: str = ""
    then: State = State.CLOSED


def is_open(spec: str, at: dt.datetime) -> bool:
    """Tell whether a place with these hours is open at a moment.

    Args:
        spec: hours in OpenStreetMap's syntax; empty means that they are not known.
        at: a moment in any time zone.

    Raises:
        HoursError: if the hours cannot be read.
        ValueError: if the moment has no time zone.

    """
    wall = on_the_wall(at)
    return bool(spec) and schedule(spec).said(wall)[0] is State.OPEN


def next_change(spec: str, at: dt.datetime) -> dt.datetime | None:
    """Return the first moment after `at` when a place opens, closes or becomes uncertain.

    Raises:
        HoursError: if the hours cannot be read.
        ValueError: if the moment has no time zone.

    """
    wall = on_the_wall(at)
    if not spec:
        return None
    hours = schedule(spec)
    return _change(hours, wall, hours.said(wall)[0])


def opening(spec: str, at: dt.datetime) -> Opening:
    """Return how a place stands at a moment; unknown without hours.

    Raises:
        HoursError: if the hours cannot be read.
        ValueError: if the moment has no time zone.

    """
    wall = on_the_wall(at)
    if not spec:
        return Opening(State.UNKNOWN, then=State.UNKNOWN)
    hours = schedule(spec)
    state, remark = hours.said(wall)
    until = _change(hours, wall, state)
    then = hours.said(on_the_wall(until))[0] if until else state
    return Opening(state, until, remark, then)


def _change(hours: Schedule, wall: dt.datetime, state: State) -> dt.datetime | None:
    at = hours.change(wall, state)
    if repeats(wall):
        back = wall.replace(minute=0, second=0, microsecond=0)
        if at is None or at >= back + HOUR:
            # Nothing happens before the clock goes back to the same hour.
            again = back.replace(fold=1)
            return (
                moment(again) if hours.said(again)[0] is not state else _change(hours, again, state)
            )
    if at is None:
        return None
    there = moment(at.replace(fold=wall.fold if at.date() == wall.date() else 0))
    if there.hour != at.hour and hours.said(there.replace(tzinfo=None))[0] is state:
        # What would have changed fell in the hour that the clock skips.
        return _change(hours, there.replace(tzinfo=None), state)
    return there
