"""Between moments and what the clock on a wall in Rotterdam says.

Hours hang on doors, so they are read by the clock on the wall: in the night that has an hour
twice, `02:30` comes twice, and in the night that lacks one it does not come.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
HOUR = dt.timedelta(hours=1)


def on_the_wall(at: dt.datetime) -> dt.datetime:
    """Return what the clock says at a moment; `fold` tells the second of two equal hours.

    Raises:
        ValueError: if the moment does not say in which zone it is.

    """
    if at.utcoffset() is None:
        message = "A moment needs a time zone: hours are kept in Europe/Amsterdam."
        raise ValueError(message)
    return at.astimezone(ZONE).replace(tzinfo=None)


def moment(wall: dt.datetime) -> dt.datetime:
    """Return the moment at which the clock says this; after the gap if it never does."""
    there = wall.replace(tzinfo=ZONE)
    if _is_skipped(there):
        whole = wall.replace(minute=0, second=0, microsecond=0, fold=0)
        return (whole + HOUR).replace(tzinfo=ZONE)
    return there


def repeats(wall: dt.datetime) -> bool:
    """Tell whether the clock will say this once more, an hour later."""
    there = wall.replace(tzinfo=ZONE)
    return not wall.fold and _offset(there.replace(fold=1)) < _offset(there)


def _is_skipped(there: dt.datetime) -> bool:
    return _offset(there.replace(fold=0)) < _offset(there.replace(fold=1))


def _offset(there: dt.datetime) -> dt.timedelta:
    return there.utcoffset() or dt.timedelta()
