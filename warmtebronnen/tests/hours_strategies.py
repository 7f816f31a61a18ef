"""Plans and texts for property tests of opening hours."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from warmtebronnen.hours import MAX_LENGTH, write
from warmtebronnen.hours.plan import ANY_YEAR, Deviation, MonthRule, Plan, Season, Span

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2028, 12, 31)


@st.composite
def spans(draw):
    """Up to three stretches of a day in order, the last perhaps past midnight."""
    ends = draw(st.lists(st.integers(0, 24 * 60 - 1), max_size=6, unique=True).map(sorted))
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    found = [Span(start, end) for start, end in pairs]
    if found and draw(st.booleans()):
        last = found.pop()
        found.append(Span(last.end, 24 * 60 + draw(st.integers(0, min(last.start, 600)))))
    return tuple(found)


@st.composite
def weeks(draw):
    """Seven days of two kinds, or closed: so are real weeks."""
    kinds = [(), draw(spans()), draw(spans())]
    return tuple(draw(st.lists(st.sampled_from(kinds), min_size=7, max_size=7)))


dates = st.dates(FIRST, LAST)
month_days = st.dates(dt.date(ANY_YEAR, 1, 1), dt.date(ANY_YEAR, 12, 31)).map(
    lambda day: (day.month, day.day)
)
seasons = st.builds(Season, start=month_days, end=month_days, week=weeks())
monthly = st.builds(
    MonthRule, nth=st.sampled_from([1, 2, 3, 4, 5, -1]), weekday=st.integers(0, 6), spans=spans()
)


@st.composite
def deviations(draw):
    """Days with other hours, once or every year."""
    start = draw(dates)
    end = start + dt.timedelta(days=draw(st.integers(0, 40)))
    yearly = draw(st.booleans())
    if yearly:
        start, end = start.replace(year=ANY_YEAR), end.replace(year=ANY_YEAR)
    return Deviation(start, end, yearly, draw(spans()))


def _can_be_kept(plan):
    """Leave out what is too long, and 5 May once by a tick and once as an exception."""
    fifth = dt.date(ANY_YEAR, 5, 5)
    doubtful = any(one.yearly and one.start == one.end == fifth for one in plan.exceptions)
    return not doubtful and len(write(plan)) <= MAX_LENGTH


@st.composite
def holidays(draw):
    """Hours on holidays, with the days that count as one here."""
    spans_then = draw(st.none() | spans())
    more = ("good-friday", "liberation-day") if spans_then is not None else ()
    return {
        "holidays": spans_then,
        "more_holidays": tuple(key for key in more if draw(st.booleans())),
    }


_plans = st.builds(
    Plan,
    week=weeks(),
    seasons=st.lists(seasons, max_size=2, unique_by=lambda season: (season.start, season.end)).map(
        tuple
    ),
    monthly=st.lists(monthly, max_size=2).map(tuple),
    exceptions=st.lists(deviations(), max_size=3).map(tuple),
    remark=st.sampled_from(["", "bel eerst", "alleen op afspraak; vraag naar 'Sam'"]),
)

plans = st.builds(lambda plan, days: replace(plan, **days), plan=_plans, days=holidays()).filter(
    _can_be_kept
)

WORDS = """
Mo Tu-Fr Sa,Su PH SH off closed open unknown 24/7 10:00-12:00 20:00-02:00 22:00-48:00 12:00+
10:00-16:00/90 sunrise-sunset (sunset+01:00)-26:00 ; , || week 1-53/2 53 Jan-Mar Dec 20-Jan 05
2026 Feb 29 30 easter -2 +366 days "x" " Mo[1] Tu[-1] PH +5 days 9999 1900 : [ ] - 25:61 🙂
"""
texts = st.one_of(
    st.text(max_size=1100), st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)
)
