"""Opening hours reckoned a second time, minute by minute, without the library.

It knows only what the form can say (a plan), and shares no code with what it is compared with
but the names of the plan's parts and the list of holidays' rules, which it has of its own.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from warmtebronnen.hours.plan import Plan

ROTTERDAM = ZoneInfo("Europe/Amsterdam")
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
# Easter Sundays as printed in an almanac.
EASTERS = {
    2023: (4, 9),
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2027: (3, 28),
    2028: (4, 16),
    2029: (4, 1),
    2030: (4, 21),
}


def state(plan, at):
    """Tell whether the plan has a place open: by the clock, today or from the night before.

    A plan without any hours leaves days unknown: all of them if it is empty, and those of
    which it does not say that they are closed if it has a remark, such as 'call first'.
    """
    wall = at.astimezone(ROTTERDAM).replace(tzinfo=None)
    minute = wall.hour * 60 + wall.minute
    today, before = (spans_of(plan, day) for day in (wall.date(), wall.date() - DAY))
    if any(span.start <= minute < span.end for span in today or ()):
        return "open"
    if any(span.start <= minute + 24 * 60 < span.end for span in before or ()):
        return "open"
    if today is None and not _names_hours(plan) and (plan.remark or plan == Plan()):
        return "unknown"
    return "closed"


def next_change(plan, at, days):
    """Walk on, minute by minute of real time, until it is otherwise."""
    now = state(plan, at)
    moment = at.astimezone(dt.UTC).replace(second=0, microsecond=0)
    for _minute in range(days * 24 * 60):
        moment += MINUTE
        if state(plan, moment) != now:
            return moment
    return None


def spans_of(plan, day):
    """Return the hours of a day, the last that is said about it; none where nothing is said."""
    spans = plan.week[day.weekday()] or None
    for season in plan.seasons:
        if _within(day, season.start, season.end):
            spans = season.week[day.weekday()]
    for rule in plan.monthly:
        if rule.weekday == day.weekday() and rule.nth in _nths(day):
            spans = rule.spans
    if plan.holidays is not None and day in _holidays(day.year, plan.more_holidays):
        spans = plan.holidays
    for one in plan.exceptions:
        if one.yearly:
            inside = _within(day, _month_day(one.start), _month_day(one.end))
        else:
            inside = one.start <= day <= one.end
        spans = one.spans if inside else spans
    return spans


def _names_hours(plan):
    seasons = (season.week for season in plan.seasons)
    days = [*plan.week, *(spans for week in seasons for spans in week)]
    others = [one.spans for one in (*plan.monthly, *plan.exceptions)]
    return any((*days, *others, plan.holidays))


def _within(day, start, end):
    here = _month_day(day)
    return start <= here <= end if start <= end else here >= start or here <= end


def _month_day(day):
    return day.month, day.day


def _nths(day):
    last = (day + 7 * DAY).month != day.month
    return {(day.day - 1) // 7 + 1} | ({-1} if last else set())


def _holidays(year, more):
    sunday = dt.date(year, *EASTERS[year])
    kings = dt.date(year, 4, 27)
    days = {sunday + offset * DAY for offset in (0, 1, 39, 49, 50)}
    days |= {dt.date(year, *fixed) for fixed in ((1, 1), (12, 25), (12, 26))}
    days.add(kings - DAY if kings.weekday() == 6 else kings)
    if "good-friday" in more:
        days.add(sunday - 2 * DAY)
    if "liberation-day" in more:
        days.add(dt.date(year, 5, 5))
    return days
