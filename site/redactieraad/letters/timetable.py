"""When a member is reminded of what waits: at most once a day, never at night. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

# Where the members live.
CITY = ZoneInfo("Europe/Amsterdam")
MORNING, EVENING = time(9), time(20)


@dataclass(frozen=True)
class Reader:
    """What of a member counts for being reminded.

    Attributes:
        wants: whether they want to be.
        reminded_on: the last day on which they were.
        away_from: the first day of their holiday, if they have said so.
        away_until: its last day.

    """

    wants: bool = True
    reminded_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None


def is_digest_due(now: datetime, reader: Reader, waiting: int) -> bool:
    """Return whether to remind this member at this moment.

    Args:
        now: an aware moment.
        reader: the member.
        waiting: how many texts wait for their vote.

    """
    today = now.astimezone(CITY).date()
    return (
        waiting > 0
        and reader.wants
        and is_daytime(now)
        and not is_away(today, reader)
        and (reader.reminded_on is None or reader.reminded_on < today)
    )


def is_daytime(now: datetime) -> bool:
    """Return whether a mail wakes nobody at this moment."""
    return MORNING <= now.astimezone(CITY).time() < EVENING


def is_away(today: date, reader: Reader) -> bool:
    """Return whether this member is on holiday; one open end is a holiday without that end."""
    if reader.away_from is None and reader.away_until is None:
        return False
    has_begun = reader.away_from is None or reader.away_from <= today
    has_ended = reader.away_until is not None and reader.away_until < today
    return has_begun and not has_ended
