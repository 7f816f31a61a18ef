"""Opening hours in OpenStreetMap's syntax, always in Rotterdam's time. No database.

A specification (`spec`) is a text such as `Mo-Fr 09:00-17:00; PH off`. An empty one means that
the hours are not known: such a place is never called open.
"""

from warmtebronnen.hours.clock import ZONE
from warmtebronnen.hours.days import Day, Interval, holidays_ahead, week
from warmtebronnen.hours.faults import HoursError
from warmtebronnen.hours.holidays import HOLIDAY_NAMES, holiday_on
from warmtebronnen.hours.moments import Opening, is_open, next_change, opening
from warmtebronnen.hours.reading import read
from warmtebronnen.hours.schedule import MAX_LENGTH, State, check
from warmtebronnen.hours.words import Line, Summary, summary
from warmtebronnen.hours.writing import write

__all__ = [
    "HOLIDAY_NAMES",
    "MAX_LENGTH",
    "ZONE",
    "Day",
    "HoursError",
    "Interval",
    "Line",
    "Opening",
    "State",
    "Summary",
    "check",
    "holiday_on",
    "holidays_ahead",
    "is_open",
    "next_change",
    "opening",
    "read",
    "summary",
    "week",
    "write",
]
