"""The Dutch public holidays, by name.

They are the days that `PH` stands for in the library (Nager.Date's list): Good Friday and
Liberation Day are no days off by law and are not among them. A test compares both lists for
every year that the library knows.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SUNDAY = 6

HOLIDAY_NAMES: dict[str, Promise] = {
    "new-year": _("New Year's Day"),
    "easter-sunday": _("Easter Sunday"),
    "easter-monday": _("Easter Monday"),
    "kings-day": _("King's Day"),
    "ascension": _("Ascension Day"),
    "whit-sunday": _("Whit Sunday"),
    "whit-monday": _("Whit Monday"),
    "christmas-day": _("Christmas Day"),
    "boxing-day": _("Second day of Christmas"),
}

_FROM_EASTER = {
    "easter-sunday": 0,
    "easter-monday": 1,
    "ascension": 39,
    "whit-sunday": 49,
    "whit-monday": 50,
}


def easter(year: int) -> dt.date:
    """Return Easter Sunday, by the anonymous Gregorian algorithm (Meeus, 1991)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, short = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * short + 2 * quarter - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def kings_day(year: int) -> dt.date:
    """Return 27 April, or the day before if that is a Sunday."""
    day = dt.date(year, 4, 27)
    return day - dt.timedelta(days=1) if day.weekday() == SUNDAY else day


@lru_cache(maxsize=64)
def holidays_of(year: int) -> dict[dt.date, str]:
    """Return the holidays of a year, each day with its key; the feast of more weight wins."""
    sunday = easter(year)
    days = {kings_day(year): "kings-day"}
    for key, offset in _FROM_EASTER.items():
        days[sunday + dt.timedelta(days=offset)] = key
    days[dt.date(year, 1, 1)] = "new-year"
    days[dt.date(year, 12, 25)] = "christmas-day"
    days[dt.date(year, 12, 26)] = "boxing-day"
    return days


def holiday_on(day: dt.date) -> str:
    """Return the key of the holiday that a day is, or nothing."""
    return holidays_of(day.year).get(day, "")
