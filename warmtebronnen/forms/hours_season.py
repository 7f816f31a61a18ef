"""Weeks in the form for opening hours: the ordinary one, and those between two dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.dates import WEEKDAYS

from warmtebronnen.forms.hours_dates import MonthDayForm
from warmtebronnen.forms.hours_times import TimesForm
from warmtebronnen.hours.plan import CLOSED_WEEK, Season, Week

Data = Mapping[str, Any]


class WeekRows:
    """The seven days of a week, each with its times."""

    def __init__(self, data: Data | None, prefix: str, week: Week) -> None:
        """Make a form for each day."""
        self.days = [
            (name, TimesForm(data, prefix=f"{prefix}-{day}", spans=week[day]))
            for day, name in WEEKDAYS.items()
        ]
        self.forms = [form for _name, form in self.days]

    @property
    def is_blank(self) -> bool:
        """Tell whether no time at all is filled in."""
        return all(form.is_blank for form in self.forms)

    @property
    def week(self) -> Week:
        """Return the week that was filled in."""
        return tuple(form.spans for form in self.forms)


class SeasonRows:
    """A season: its two ends and its week."""

    def __init__(self, data: Data | None, prefix: str, season: Season | None) -> None:
        """Take the season, if there is one."""
        start, end = (season.start, season.end) if season else (None, None)
        self.start, self.end = (
            MonthDayForm(data, prefix=f"{prefix}-{name}", value=value, needed=lambda: self.in_use)
            for name, value in (("start", start), ("end", end))
        )
        self.rows = WeekRows(data, prefix, season.week if season else CLOSED_WEEK)
        self.forms = [self.start, self.end, *self.rows.forms]

    @property
    def in_use(self) -> bool:
        """Tell whether anything is filled in, so that it is shown."""
        return not (self.start.is_blank and self.end.is_blank and self.rows.is_blank)

    @property
    def season(self) -> Season | None:
        """Return the season, if one is filled in."""
        if not self.in_use:
            return None
        return Season(self.start.value, self.end.value, self.rows.week)
